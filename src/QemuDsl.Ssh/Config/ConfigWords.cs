using System.Text;

namespace QemuDsl.Ssh;

/// <summary>The words of a line of <c>ssh_config</c>.</summary>
internal static class ConfigWords
{
    /// <summary>Keyword and arguments: parted by blanks or one <c>=</c>, double quotes hold together, <c>#</c> begins a comment.</summary>
    public static List<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quoted, begun) = (false, false);
        foreach (var character in line)
        {
            if (character == '"')
            {
                quoted = !quoted;
                begun = true;
            }
            else if (!quoted && character == '#' && !begun)
            {
                break;
            }
            else if (!quoted && (char.IsWhiteSpace(character) || (character == '=' && words.Count == 0)))
            {
                End(words, word, ref begun);
            }
            else if (!(character == '=' && words.Count == 1 && !begun))
            {
                word.Append(character);
                begun = true;
            }
        }

        End(words, word, ref begun);
        return words;
    }

    /// <summary>A path with <c>~/</c> at its front made absolute.</summary>
    public static string Home(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..]) : path;

    private static void End(List<string> words, StringBuilder word, ref bool begun)
    {
        if (begun)
        {
            words.Add(word.ToString());
            word.Clear();
            begun = false;
        }
    }
}

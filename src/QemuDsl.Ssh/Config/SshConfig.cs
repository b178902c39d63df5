namespace QemuDsl.Ssh;

/// <summary>A file of OpenSSH's client configuration: what it says first about a host holds.</summary>
/// <remarks><c>Match</c> blocks are passed over; <c>Include</c> is followed.</remarks>
internal sealed class SshConfig
{
    private const int DeepestInclude = 16;

    private readonly List<(string[] Patterns, string Keyword, string Value)> _settings = [];

    private SshConfig()
    {
    }

    /// <summary>Reads a file; an absent one says nothing.</summary>
    public static SshConfig Read(string file)
    {
        var config = new SshConfig();
        config.Add(file, ["*"], 0);
        return config;
    }

    /// <summary>Reads text, for tests of the format.</summary>
    public static SshConfig Parse(IEnumerable<string> lines)
    {
        var config = new SshConfig();
        config.Add(lines, ".", ["*"], 0);
        return config;
    }

    /// <summary>Every value for a host, in the order of the file.</summary>
    public IEnumerable<string> All(string host, string keyword) => _settings
        .Where(setting => setting.Keyword.Equals(keyword, StringComparison.OrdinalIgnoreCase) && Speaks(setting.Patterns, host))
        .Select(static setting => setting.Value);

    /// <summary>The first value for a host, or null.</summary>
    public string? First(string host, string keyword) => All(host, keyword).FirstOrDefault();

    private static bool Speaks(string[] patterns, string host)
    {
        var matched = false;
        foreach (var pattern in patterns)
        {
            if (pattern[0] == '!' && Wildcards.Match(pattern.AsSpan(1), host))
            {
                return false;
            }

            matched |= pattern[0] != '!' && Wildcards.Match(pattern, host);
        }

        return matched;
    }

    private string[] Add(string file, string[] patterns, int depth) =>
        File.Exists(file) ? Add(File.ReadLines(file), Path.GetDirectoryName(file)!, patterns, depth) : patterns;

    private string[] Add(IEnumerable<string> lines, string folder, string[] patterns, int depth)
    {
        foreach (var words in lines.Select(ConfigWords.Split).Where(static words => words.Count > 1))
        {
            switch (words[0].ToLowerInvariant())
            {
                case "host":
                    patterns = [.. words.Skip(1)];
                    break;
                case "match":
                    patterns = [];
                    break;
                case "include" when depth < DeepestInclude:
                    Include(words.Skip(1), folder, patterns, depth);
                    break;
                default:
                    _settings.Add((patterns, words[0], string.Join(' ', words.Skip(1))));
                    break;
            }
        }

        return patterns;
    }

    private void Include(IEnumerable<string> names, string folder, string[] patterns, int depth)
    {
        foreach (var name in names.Select(name => Path.Combine(folder, ConfigWords.Home(name))))
        {
            var parent = Path.GetDirectoryName(name)!;
            if (Directory.Exists(parent))
            {
                foreach (var file in Directory.GetFiles(parent, Path.GetFileName(name)).Order(StringComparer.Ordinal))
                {
                    Add(file, patterns, depth + 1);
                }
            }
        }
    }
}

using System.Text;

namespace QemuDsl.Ssh;

/// <summary>SSH hands a command to the user's shell as one text: the only place that makes such a text.</summary>
internal static class ShellText
{
    private const string Begin =
        "read -r s </proc/$$/stat; s=${s##*) }; printf '%s %s %s\\n' \"$0\" $$ \"$s\"; g=${s#* * }; [ \"${g%% *}\" = $$ ] || ! command -v setsid >/dev/null || exec setsid \"$@\"; exec \"$@\"";

    /// <summary>
    /// Program and arguments, each in single quotes. A line with the mark comes first on stdout: what the user's start-up files print comes
    /// before it. Behind the mark are the process's number and its <c>stat</c> from the third field on: sshd may refuse to send signals. The program
    /// leads a process group, by which it can be ended with all it has started; sshd sees to that, sudo and other servers need not.
    /// </summary>
    public static string Command(HostCommand command, string mark, bool sudo)
    {
        var text = new StringBuilder("exec ");
        string[] words =
        [
            .. sudo ? ["sudo", "-n", "--"] : Array.Empty<string>(),
            "sh", "-c", Begin, mark, command.Program, .. command.Arguments,
        ];
        foreach (var word in words)
        {
            Quote(text, word);
            text.Append(' ');
        }

        return text.ToString(0, text.Length - 1);
    }

    private static void Quote(StringBuilder text, string word)
    {
        if (word.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A word of a command holds a NUL character, which no program can be given.", nameof(word));
        }

        text.Append('\'').Append(word.Replace("'", "'\\''", StringComparison.Ordinal)).Append('\'');
    }
}

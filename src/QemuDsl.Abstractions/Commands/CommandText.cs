using System.Buffers;

namespace QemuDsl;

/// <summary>Command lines as people read and paste them.</summary>
public static class CommandText
{
    private static readonly SearchValues<char> Safe =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@%+=:,./-");

    /// <summary>Program and arguments in one line, quoted for a POSIX shell.</summary>
    public static string Quoted(string program, IEnumerable<string> arguments) =>
        string.Join(' ', arguments.Prepend(program).Select(Quote));

    /// <summary>One argument, in single quotes where a POSIX shell would read it otherwise.</summary>
    public static string Quote(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument.Length > 0 && !argument.AsSpan().ContainsAnyExcept(Safe)
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}

using System.Collections.Immutable;

namespace QemuDsl.Nfv;

/// <summary>A script that could not be filled: keys without values, values without a place, or text that is no template.</summary>
public sealed class ScriptTemplateException : QemuException
{
    internal ScriptTemplateException(int? line, string message)
        : base(message) => Line = line;

    internal ScriptTemplateException(IReadOnlyCollection<string> unknown, IReadOnlyCollection<string> unused)
        : base(Text(unknown, unused))
    {
        Unknown = [.. unknown];
        Unused = [.. unused];
    }

    /// <summary>Keys of the script without a value.</summary>
    public ImmutableArray<string> Unknown { get; } = [];

    /// <summary>Values that no key of the script asks for.</summary>
    public ImmutableArray<string> Unused { get; } = [];

    /// <summary>Line of the script, counted from 1; null when it is about no line.</summary>
    public int? Line { get; }

    private static string Text(IReadOnlyCollection<string> unknown, IReadOnlyCollection<string> unused)
    {
        var missing = unknown.Count == 0 ? "" : $"The script asks for {Names(unknown)}, and there is no value. Give one. ";
        var spare = unused.Count == 0 ? "" : $"The script has no place for {Names(unused)}. Leave it out, or mend its name.";
        return (missing + spare).TrimEnd();
    }

    private static string Names(IEnumerable<string> keys) => string.Join(", ", keys.Select(static key => $"'{key}'"));
}

using System.Collections.Immutable;

namespace QemuDsl.CompilerServices;

/// <summary>Arguments, and how far they have been read: the groups of a tool read one after the other.</summary>
internal sealed class ToolArguments(ImmutableArray<string> arguments)
{
    private int _next;

    public bool AreDone => _next >= arguments.Length;

    /// <summary>The next argument's number, counted from 1.</summary>
    public int Place => _next + 1;

    public string Current => arguments[_next];

    public string Take() => arguments[_next++];

    /// <summary>Passes over an argument, if it is the next one.</summary>
    public bool Skip(string argument)
    {
        var isNext = !AreDone && Current == argument;
        _next += isNext ? 1 : 0;
        return isNext;
    }
}

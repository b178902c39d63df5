using System.Globalization;
using System.Numerics;

namespace QemuDsl;

/// <summary>Writes the arguments of a program; each value stays within its own argument. Called by generated code.</summary>
public sealed class ToolWriter
{
    private readonly string _program;
    private readonly ProgramVersion? _version;
    private readonly List<string> _arguments = [];

    internal ToolWriter(string program, ProgramVersion? version) => (_program, _version) = (program, version);

    internal IReadOnlyList<string> Arguments => [.. _arguments];

    /// <summary>The spelling that the program's version takes.</summary>
    public string Spelled(string key, string former, ProgramVersion until) => _version < until ? former : key;

    /// <summary>An option alone; false is not written.</summary>
    public void Flag(string key, bool value)
    {
        if (value)
        {
            _arguments.Add(key);
        }
    }

    /// <summary>A text; null is not written.</summary>
    /// <exception cref="QemuOptionException">It cannot be an argument.</exception>
    public void Key(string key, string? value)
    {
        if (value is null)
        {
            return;
        }

        Expressible(key, value);
        if (key.StartsWith("--", StringComparison.Ordinal))
        {
            // In one argument, so that no value can be taken for an option.
            _arguments.Add($"{key}={value}");
            return;
        }

        _arguments.Add(key);
        _arguments.Add(value);
    }

    /// <summary>A number; null is not written.</summary>
    public void Number<T>(string key, T? value)
        where T : struct, IBinaryInteger<T> => Key(key, value?.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>A value with a text of its own; null is not written.</summary>
    public void Value<T>(string key, T? value)
        where T : struct, IParsable<T> => Key(key, value?.ToString());

    /// <summary>A group of options behind its separator; null is not written.</summary>
    public void Group(ITool? options)
    {
        if (options is null)
        {
            return;
        }

        if (options.OptionSeparator is { } separator)
        {
            _arguments.Add(separator);
        }

        options.Render(this);
    }

    private void Expressible(string key, string value)
    {
        var problem = value.Contains('\0', StringComparison.Ordinal) ? "has a NUL, where an argument ends" : Surrogates.AreWhole(value) ? null : "has half a surrogate pair";
        if (problem is not null)
        {
            throw new QemuOptionException(_program, key, value, problem, "Remove it.");
        }
    }
}

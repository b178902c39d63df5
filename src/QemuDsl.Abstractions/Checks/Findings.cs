using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QemuDsl;

/// <summary>Collects what is wrong with a description. Rules of properties report here; so do <c>CheckMore</c> methods.</summary>
public sealed class Findings : IReadOnlyList<Finding>
{
    private const int SocketPathBytes = 107;

    private readonly List<Finding> _found = [];
    private readonly string _program = "QEMU";
    private string _option = "";

    internal Findings(QemuVersion? version) => Version = version;

    internal Findings(ProgramVersion? version, string program, string option)
        : this(version?.AsQemuVersion()) => (_program, _option) = (program, option);

    /// <summary>The QEMU, or other program, that the description is meant for; null when it is not known.</summary>
    public QemuVersion? Version { get; }

    /// <inheritdoc/>
    public int Count => _found.Count;

    /// <inheritdoc/>
    public Finding this[int index] => _found[index];

    /// <summary>Reports an error of the option being checked.</summary>
    public void Error(string id, string? key, string? value, string message, string remedy) =>
        _found.Add(new Finding(id, Severity.Error, _option, key, value, message, remedy));

    /// <summary>Reports a warning about the option being checked.</summary>
    public void Warning(string id, string? key, string? value, string message, string remedy) =>
        _found.Add(new Finding(id, Severity.Warning, _option, key, value, message, remedy));

    /// <summary>Rule <see cref="AtLeastAttribute"/>.</summary>
    public void AtLeast(string key, long? value, long minimum)
    {
        if (value < minimum)
        {
            Error(FindingIds.OutOfRange, key, Text(value), $"is under the minimum of {Text(minimum)}", $"Use {Text(minimum)} or more.");
        }
    }

    /// <summary>Rule <see cref="RangeAttribute"/>.</summary>
    public void InRange(string key, long? value, long minimum, long maximum)
    {
        if (value < minimum || value > maximum)
        {
            Error(FindingIds.OutOfRange, key, Text(value), "is out of range", $"Use {Text(minimum)} to {Text(maximum)}.");
        }
    }

    /// <summary>Rule <see cref="PowerOfTwoAttribute"/>.</summary>
    public void PowerOfTwo(string key, long? value)
    {
        if (value is { } number && (number <= 0 || (number & (number - 1)) != 0))
        {
            Error(FindingIds.NotPowerOfTwo, key, Text(value), "is not a power of two", "Use 1, 2, 4, 8 and so on.");
        }
    }

    /// <summary>Rule <see cref="PatternAttribute"/>.</summary>
    public void Matches(string key, string? value, string pattern)
    {
        if (value is not null && !Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))
        {
            Error(FindingIds.NoMatch, key, value, "does not have the form QEMU takes", $"It must match {pattern}.");
        }
    }

    /// <summary>Rule <see cref="ConflictsAttribute"/>.</summary>
    public void Conflicts(string key, bool isSet, string otherKey, bool otherIsSet)
    {
        if (isSet && otherIsSet)
        {
            Error(FindingIds.Conflict, key, null, $"cannot be given together with '{otherKey}'", $"Set '{key}' or '{otherKey}', not both.");
        }
    }

    /// <summary>Rule <see cref="RequiresAttribute"/>.</summary>
    public void Requires(string key, bool isSet, string otherKey, bool otherIsSet)
    {
        if (isSet && !otherIsSet)
        {
            Error(FindingIds.Requirement, key, null, $"needs '{otherKey}'", $"Set '{otherKey}' too, or leave '{key}' out.");
        }
    }

    /// <summary>Rule <see cref="SocketPathAttribute"/>.</summary>
    public void SocketPath(string key, string? value)
    {
        var bytes = value is null ? 0 : Encoding.UTF8.GetByteCount(value);
        if (bytes > SocketPathBytes)
        {
            Error(
                FindingIds.SocketPathTooLong, key, value, $"is {bytes} bytes long, and the path of a UNIX socket has at most {SocketPathBytes}",
                "Use a shorter directory, such as one under /run or /tmp.");
        }
    }

    /// <summary>Rules <see cref="SinceAttribute"/>, <see cref="RemovedAttribute"/> and <see cref="DeprecatedAttribute"/>.</summary>
    public void Lifetime(string? key, bool isSet, KeyLifetime? lifetime)
    {
        if (!isSet || lifetime is null || Version is not { } version)
        {
            return;
        }

        var instead = lifetime.Instead is null ? "Leave it out." : $"Use {lifetime.Instead}.";
        if (version < lifetime.Since)
        {
            Error(FindingIds.TooNew, key, null, $"came with {Release(lifetime.Since)}, and this is meant for {Number(version)}", instead);
        }
        else if (version >= lifetime.Removed)
        {
            Error(FindingIds.Removed, key, null, $"went with {Release(lifetime.Removed)}, and this is meant for {Number(version)}", instead);
        }
        else if (version >= lifetime.Deprecated)
        {
            Warning(FindingIds.Deprecated, key, null, $"is deprecated since {Release(lifetime.Deprecated)}", instead);
        }
    }

    /// <summary>Rules of a structured value; null is passed over.</summary>
    public void Part(IOptionPart? part) => part?.Check(this);

    /// <summary>Rules of a section or a block of one; null is passed over.</summary>
    public void Part(ISection? section) => section?.Check(this);

    /// <summary>Rules of a group of a tool's options; null is passed over.</summary>
    public void Part(ITool? options) => options?.Check(this);

    /// <inheritdoc/>
    public IEnumerator<Finding> GetEnumerator() => _found.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Enter(OptionDescription description) => _option = description.Display;

    internal void Add(Finding finding) => _found.Add(finding);

    /// <summary>Renders, so that what cannot be expressed is a finding too.</summary>
    internal void Expressible(Action render)
    {
        try
        {
            render();
        }
        catch (QemuOptionException refused)
        {
            Error(FindingIds.NotExpressible, refused.Key, refused.Value, refused.Problem, refused.Remedy);
        }
    }

    private string Release(QemuVersion? version) => $"{_program} {(version is { } known ? Number(known) : "")}";

    // Other programs count their releases by year and month: 20.05.
    private string Number(QemuVersion version) => _program == "QEMU" ? version.ToString() : new ProgramVersion(version.Major, version.Minor).ToString();

    private static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);
}

using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

/// <summary>What says that a guest will not come up: a wait ends at once when it shows.</summary>
public sealed record BootFailureSigns
{
    private Regex[]? _patterns;

    /// <summary>The usual signs: a kernel panic, a power-off, the events of both.</summary>
    public static BootFailureSigns Default { get; } = new();

    /// <summary>No sign but the end of QEMU.</summary>
    public static BootFailureSigns None { get; } = new() { Serial = [], Events = [] };

    /// <summary>Regular expressions on the serial console.</summary>
    public OptionList<string> Serial
    {
        get;
        init
        {
            field = value;
            _patterns = null;
        }
    } = ["Kernel panic - not syncing", "reboot: Power down"];

    /// <summary>QMP events.</summary>
    public OptionList<string> Events { get; init; } = ["GUEST_PANICKED", "SHUTDOWN"];

    /// <summary>The expressions, made once: an automaton that works in linear time takes milliseconds to build.</summary>
    /// <exception cref="ArgumentException">One is no such expression.</exception>
    internal IReadOnlyList<Regex> Patterns => _patterns ??= [.. Serial.Select(Boot.Pattern)];

    /// <summary>Whether both have the same signs.</summary>
    public bool Equals(BootFailureSigns? other) => other is not null && Serial == other.Serial && Events == other.Events;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Serial, Events);
}

namespace QemuDsl.Runtime;

/// <summary>What says that a guest will not come up: a wait ends at once when it shows.</summary>
public sealed record BootFailureSigns
{
    /// <summary>The usual signs: a kernel panic, a power-off, the events of both.</summary>
    public static BootFailureSigns Default { get; } = new();

    /// <summary>No sign but the end of QEMU.</summary>
    public static BootFailureSigns None { get; } = new() { Serial = [], Events = [] };

    /// <summary>Regular expressions on the serial console.</summary>
    public OptionList<string> Serial { get; init; } = ["Kernel panic - not syncing", "reboot: Power down"];

    /// <summary>QMP events.</summary>
    public OptionList<string> Events { get; init; } = ["GUEST_PANICKED", "SHUTDOWN"];
}

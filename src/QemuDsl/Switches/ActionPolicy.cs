namespace QemuDsl.Switches;

/// <summary>What QEMU does when something happens to the guest (<c>-action</c>).</summary>
[Switch("-action")]
public sealed partial record ActionPolicy
{
    /// <summary>When the guest reboots (<c>reboot</c>).</summary>
    public RebootAction? Reboot { get; init; }

    /// <summary>When the guest powers off (<c>shutdown</c>).</summary>
    public ShutdownAction? Shutdown { get; init; }

    /// <summary>When the guest panics (<c>panic</c>).</summary>
    public PanicAction? Panic { get; init; }

    /// <summary>When a watchdog runs out (<c>watchdog</c>).</summary>
    public WatchdogAction? Watchdog { get; init; }
}

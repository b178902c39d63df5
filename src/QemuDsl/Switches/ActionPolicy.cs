namespace QemuDsl.Switches;

/// <summary>What happens on events of the guest (<c>-action</c>).</summary>
[Switch("-action")]
public sealed partial record ActionPolicy
{
    /// <summary>When it reboots (<c>reboot</c>).</summary>
    public RebootAction? Reboot { get; init; }

    /// <summary>When it powers off (<c>shutdown</c>).</summary>
    public ShutdownAction? Shutdown { get; init; }

    /// <summary>When it panics (<c>panic</c>).</summary>
    public PanicAction? Panic { get; init; }

    /// <summary>When its watchdog fires (<c>watchdog</c>).</summary>
    public WatchdogReaction? Watchdog { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>What QEMU does when a watchdog runs out (<c>-watchdog-action</c>).</summary>
[Switch("-watchdog-action")]
public sealed partial record WatchdogPolicy
{
    /// <summary>What it does.</summary>
    [Positional]
    public required WatchdogAction Action { get; init; }
}

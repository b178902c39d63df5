namespace QemuDsl.Switches;

/// <summary>What happens when the guest's watchdog fires (<c>-watchdog-action</c>).</summary>
[Switch("-watchdog-action")]
public sealed partial record WatchdogAction
{
    /// <summary>The action (<c>action</c>).</summary>
    [Positional]
    public required WatchdogReaction Action { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>What makes the guest's clock go.</summary>
[OptionEnum]
public enum RtcClock
{
    /// <summary>The host's clock.</summary>
    Host,

    /// <summary>The host's monotonic clock.</summary>
    Rt,

    /// <summary>The guest's own time.</summary>
    Vm,
}

namespace QemuDsl.Switches;

/// <summary>What the real-time clock of the guest follows.</summary>
[OptionEnum]
public enum RtcClock
{
    /// <summary>The host's clock, its corrections included.</summary>
    Host,

    /// <summary>The host's monotonic clock.</summary>
    Rt,

    /// <summary>The time the guest has run.</summary>
    Vm,
}

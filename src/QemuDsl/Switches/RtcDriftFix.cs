namespace QemuDsl.Switches;

/// <summary>What to do with lost ticks of the real-time clock.</summary>
[OptionEnum]
public enum RtcDriftFix
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Give them back later.</summary>
    Slew,
}

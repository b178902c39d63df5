namespace QemuDsl.Switches;

/// <summary>Whether lost ticks are made up for.</summary>
[OptionEnum]
public enum RtcDriftfix
{
    /// <summary>No.</summary>
    None,

    /// <summary>Yes.</summary>
    Slew,
}

namespace QemuDsl.Switches;

/// <summary>Languages of a monitor.</summary>
[OptionEnum]
public enum MonitorMode
{
    /// <summary>For people.</summary>
    Readline,

    /// <summary>QMP.</summary>
    Control,
}

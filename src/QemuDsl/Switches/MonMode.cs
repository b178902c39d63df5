namespace QemuDsl.Switches;

/// <summary>Whom a monitor is for.</summary>
[OptionEnum]
public enum MonMode
{
    /// <summary>People.</summary>
    Readline,

    /// <summary>Programs (QMP).</summary>
    Control,
}

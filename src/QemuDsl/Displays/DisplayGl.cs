namespace QemuDsl.Displays;

/// <summary>Whether a display draws with OpenGL.</summary>
[OptionEnum]
public enum DisplayGl
{
    /// <summary>No.</summary>
    Off,

    /// <summary>Yes, in whichever form.</summary>
    On,

    /// <summary>OpenGL core profile.</summary>
    Core,

    /// <summary>OpenGL ES.</summary>
    Es,
}

namespace QemuDsl.Displays;

/// <summary>Kinds of OpenGL.</summary>
[OptionEnum]
public enum DisplayGl
{
    /// <summary>Any.</summary>
    On,

    /// <summary>None.</summary>
    Off,

    /// <summary>The core profile.</summary>
    Core,

    /// <summary>OpenGL ES.</summary>
    Es,
}

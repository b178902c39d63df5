namespace QemuDsl.Displays;

/// <summary>An SDL window (<c>-display sdl</c>).</summary>
/// <remarks>Needs QEMU's SDL module and a desktop.</remarks>
[Display("sdl")]
public sealed partial record SdlDisplay
{
    /// <summary>Whether it fills the screen (<c>full-screen</c>).</summary>
    public bool? FullScreen { get; init; }

    /// <summary>Whether the pointer is shown (<c>show-cursor</c>).</summary>
    public bool? ShowCursor { get; init; }

    /// <summary>Whether OpenGL is used (<c>gl</c>).</summary>
    public DisplayGl? Gl { get; init; }

    /// <summary>Whether closing the window ends QEMU (<c>window-close</c>).</summary>
    public bool? WindowClose { get; init; }
}

namespace QemuDsl.Displays;

/// <summary>A GTK window (<c>-display gtk</c>).</summary>
/// <remarks>Needs QEMU's GTK module and a desktop.</remarks>
[Display("gtk")]
public sealed partial record GtkDisplay
{
    /// <summary>Whether it fills the screen (<c>full-screen</c>).</summary>
    public bool? FullScreen { get; init; }

    /// <summary>Whether it takes the keyboard under the pointer (<c>grab-on-hover</c>).</summary>
    public bool? GrabOnHover { get; init; }

    /// <summary>Whether the picture fits the window (<c>zoom-to-fit</c>).</summary>
    public bool? ZoomToFit { get; init; }

    /// <summary>Whether tabs are shown (<c>show-tabs</c>).</summary>
    public bool? ShowTabs { get; init; }

    /// <summary>Whether the menu is shown (<c>show-menubar</c>).</summary>
    public bool? ShowMenubar { get; init; }

    /// <summary>Whether the pointer is shown (<c>show-cursor</c>).</summary>
    public bool? ShowCursor { get; init; }

    /// <summary>Whether OpenGL is used (<c>gl</c>).</summary>
    public DisplayGl? Gl { get; init; }

    /// <summary>Whether closing the window ends QEMU (<c>window-close</c>).</summary>
    public bool? WindowClose { get; init; }
}

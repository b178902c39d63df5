namespace QemuDsl.Displays;

/// <summary>A GTK window (<c>-display gtk</c>).</summary>
/// <remarks>Needs a desktop session on the host.</remarks>
[Display("gtk")]
public sealed partial record GtkDisplay : CommonDisplay
{
    /// <summary>Whether the keyboard is grabbed when the mouse is over the window (<c>grab-on-hover</c>).</summary>
    public bool? GrabOnHover { get; init; }

    /// <summary>Whether the picture is scaled to the window (<c>zoom-to-fit</c>).</summary>
    public bool? ZoomToFit { get; init; }

    /// <summary>Whether tabs are shown (<c>show-tabs</c>).</summary>
    public bool? ShowTabs { get; init; }

    /// <summary>Whether the menu is shown (<c>show-menubar</c>).</summary>
    public bool? ShowMenubar { get; init; }
}

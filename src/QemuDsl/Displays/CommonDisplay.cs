namespace QemuDsl.Displays;

/// <summary>What every display has.</summary>
public abstract record CommonDisplay
{
    /// <summary>Whether it begins in full screen (<c>full-screen</c>).</summary>
    public bool? FullScreen { get; init; }

    /// <summary>Whether closing the window ends QEMU (<c>window-close</c>).</summary>
    public bool? WindowClose { get; init; }

    /// <summary>Whether the cursor of the host is shown (<c>show-cursor</c>).</summary>
    public bool? ShowCursor { get; init; }

    /// <summary>Whether it draws with OpenGL (<c>gl</c>).</summary>
    public DisplayGl? Gl { get; init; }
}

namespace QemuDsl.Displays;

/// <summary>A display over D-Bus (<c>-display dbus</c>).</summary>
/// <remarks>Since QEMU 7.0; needs QEMU's D-Bus module.</remarks>
[Display("dbus")]
public sealed partial record DbusDisplay
{
    /// <summary>Address of the bus (<c>addr</c>).</summary>
    public string? Addr { get; init; }

    /// <summary>Whether a connection is handed over by QMP (<c>p2p</c>).</summary>
    public bool? P2p { get; init; }

    /// <summary>Whether OpenGL is used (<c>gl</c>).</summary>
    public DisplayGl? Gl { get; init; }

    /// <summary>The graphics device of the host (<c>rendernode</c>).</summary>
    public string? Rendernode { get; init; }
}

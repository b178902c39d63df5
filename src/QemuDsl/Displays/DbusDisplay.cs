namespace QemuDsl.Displays;

/// <summary>A display that programs fetch over D-Bus (<c>-display dbus</c>).</summary>
[Display("dbus")]
public sealed partial record DbusDisplay : CommonDisplay
{
    /// <summary>Address of the bus; the session bus when unset (<c>addr</c>).</summary>
    [Conflicts(nameof(P2p))]
    public string? Addr { get; init; }

    /// <summary>Whether clients connect directly, through QMP (<c>p2p</c>).</summary>
    public bool? P2p { get; init; }

    /// <summary>The audio back end that goes with it (<c>audiodev</c>).</summary>
    public IAudiodev? Audiodev { get; init; }

    /// <summary>The render node of the host (<c>rendernode</c>).</summary>
    [Key("rendernode")]
    public string? RenderNode { get; init; }
}

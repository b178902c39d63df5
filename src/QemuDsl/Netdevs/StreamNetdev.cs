namespace QemuDsl.Netdevs;

/// <summary>A cable to another QEMU or a program over a stream socket (<c>-netdev stream</c>).</summary>
/// <remarks>Since QEMU 7.2.</remarks>
[Netdev("stream")]
public sealed partial record StreamNetdev
{
    /// <summary>Where to listen or connect (<c>addr</c>).</summary>
    public required SocketAddress Addr { get; init; }

    /// <summary>Whether QEMU listens (<c>server</c>).</summary>
    public bool? Server { get; init; }

    /// <summary>Seconds until a lost connection is tried again (<c>reconnect</c>).</summary>
    [AtLeast(0)]
    [Since("8.0")]
    [Deprecated("9.2", Instead = "reconnect-ms")]
    [Removed("10.2", Instead = "reconnect-ms")]
    [Conflicts(nameof(ReconnectMs))]
    public int? Reconnect { get; init; }

    /// <summary>Milliseconds until a lost connection is tried again (<c>reconnect-ms</c>).</summary>
    [AtLeast(0)]
    [Since("9.2", Instead = "reconnect")]
    public int? ReconnectMs { get; init; }
}

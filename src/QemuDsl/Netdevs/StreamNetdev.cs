namespace QemuDsl.Netdevs;

/// <summary>A stream to another program (<c>-netdev stream</c>).</summary>
/// <remarks>Since QEMU 7.2.</remarks>
[Netdev("stream")]
public sealed partial record StreamNetdev
{
    /// <summary>Where (<c>addr</c>).</summary>
    public required SocketAddress Addr { get; init; }

    /// <summary>Whether it listens (<c>server</c>).</summary>
    public bool? Server { get; init; }

    /// <summary>Seconds until it connects again (<c>reconnect</c>).</summary>
    [Since("8.0")]
    [Removed("10.2", Instead = "ReconnectMs")]
    [Conflicts(nameof(ReconnectMs))]
    public uint? Reconnect { get; init; }

    /// <summary>Milliseconds until it connects again (<c>reconnect-ms</c>).</summary>
    [Since("9.2", Instead = "Reconnect")]
    public uint? ReconnectMs { get; init; }
}

namespace QemuDsl.Netdevs;

/// <summary>Packets to another program (<c>-netdev dgram</c>).</summary>
/// <remarks>Since QEMU 7.2.</remarks>
[Netdev("dgram")]
public sealed partial record DgramNetdev
{
    /// <summary>Where packets are received (<c>local</c>).</summary>
    public SocketAddress? Local { get; init; }

    /// <summary>Where they go (<c>remote</c>).</summary>
    public SocketAddress? Remote { get; init; }
}

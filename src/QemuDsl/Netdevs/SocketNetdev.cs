namespace QemuDsl.Netdevs;

/// <summary>A connection to another QEMU (<c>-netdev socket</c>).</summary>
[Netdev("socket")]
public sealed partial record SocketNetdev
{
    /// <summary>Where it listens, such as <c>127.0.0.1:1234</c> (<c>listen</c>).</summary>
    [Conflicts(nameof(Connect))]
    [Conflicts(nameof(Mcast))]
    public string? Listen { get; init; }

    /// <summary>Where it connects to (<c>connect</c>).</summary>
    [Conflicts(nameof(Mcast))]
    public string? Connect { get; init; }

    /// <summary>Multicast group that all take part in (<c>mcast</c>).</summary>
    public string? Mcast { get; init; }

    /// <summary>Address of the host for it (<c>localaddr</c>).</summary>
    public string? Localaddr { get; init; }

    /// <summary>Where packets go by UDP (<c>udp</c>).</summary>
    [Requires(nameof(Localaddr))]
    public string? Udp { get; init; }

    /// <summary>Descriptor that is open already (<c>fd</c>).</summary>
    public string? Fd { get; init; }
}

namespace QemuDsl.Netdevs;

/// <summary>A cable between two QEMUs over TCP, UDP or multicast (<c>-netdev socket</c>).</summary>
/// <remarks>Exactly one of <c>fd</c>, <c>listen</c>, <c>connect</c>, <c>mcast</c> and <c>udp</c> is given.</remarks>
[Netdev("socket")]
public sealed partial record SocketNetdev
{
    /// <summary>An open socket (<c>fd</c>).</summary>
    public string? Fd { get; init; }

    /// <summary>Address to wait on for the other QEMU: <c>[host]:port</c> (<c>listen</c>).</summary>
    public string? Listen { get; init; }

    /// <summary>Address to connect to: <c>host:port</c> (<c>connect</c>).</summary>
    public string? Connect { get; init; }

    /// <summary>Multicast group and port that several QEMUs share (<c>mcast</c>).</summary>
    public string? Mcast { get; init; }

    /// <summary>Local address of multicast, or local <c>host:port</c> of UDP (<c>localaddr</c>).</summary>
    [Key("localaddr")]
    public string? LocalAddr { get; init; }

    /// <summary>Peer of a UDP tunnel: <c>host:port</c> (<c>udp</c>).</summary>
    [Requires(nameof(LocalAddr))]
    public string? Udp { get; init; }

    static partial void CheckMore(SocketNetdev value, Findings findings)
    {
        string?[] ways = [value.Fd, value.Listen, value.Connect, value.Mcast, value.Udp];
        if (ways.Count(static way => way is not null) != 1)
        {
            findings.Error(
                FindingIds.Requirement, null, null, "needs exactly one of fd, listen, connect, mcast and udp",
                    "Set one of them, and only one.");
        }
    }
}

using System.Net;

namespace QemuDsl.Nfv;

/// <summary>One side of a router.</summary>
/// <param name="Interface">VPP's name of its interface.</param>
/// <param name="Address">Its own address there.</param>
/// <param name="Peer">Address of the neighbour there.</param>
/// <param name="PeerMac">Hardware address of the neighbour.</param>
/// <param name="Network">The network behind the neighbour; the first of them when there are several.</param>
public sealed record VppRoute(string Interface, InterfaceAddress Address, IPAddress Peer, MacAddress PeerMac, InterfaceAddress Network)
{
    /// <summary>How many networks of that length are behind the neighbour, one after another; each gets a route of its own.</summary>
    public int Count { get; init; } = 1;
}

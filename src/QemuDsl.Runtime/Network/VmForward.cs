using System.Net;
using System.Net.Sockets;

namespace QemuDsl.Runtime;

/// <summary>A port of the host that leads into the guest (<c>hostfwd</c> of a user netdev), as QEMU listens on it now.</summary>
/// <param name="Netdev">Id of the netdev.</param>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="HostAddress">Address of the host that is listened on; <see cref="IPAddress.Any"/> for every interface.</param>
/// <param name="HostPort">Port of the host; the one that was chosen where the command says 0.</param>
/// <param name="GuestAddress">Address of the guest.</param>
/// <param name="GuestPort">Port of the guest.</param>
public sealed record VmForward(
    string Netdev, ProtocolType Protocol, IPAddress HostAddress, int HostPort, IPAddress GuestAddress, int GuestPort)
{
    /// <summary>Where programs on the host reach it.</summary>
    public IPEndPoint EndPoint => new(HostAddress.Equals(IPAddress.Any) ? IPAddress.Loopback : HostAddress, HostPort);

    /// <summary>As it is written in a command.</summary>
    public override string ToString() =>
        $"{(Protocol == ProtocolType.Udp ? "udp" : "tcp")}:{HostAddress}:{HostPort}-{GuestAddress}:{GuestPort}";
}

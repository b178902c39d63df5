using System.Globalization;
using System.Net.Sockets;

namespace QemuDsl.Runtime;

/// <summary>A port of the host that a user-mode network leads into the guest (<c>hostfwd</c>), as QEMU listens on it.</summary>
/// <param name="NetdevId">Id of the network (<c>-netdev user,id=</c>).</param>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="HostAddress">Address of the host that is listened on; empty for every interface.</param>
/// <param name="HostPort">Port of the host: the chosen one where the command left the choice to the host.</param>
/// <param name="GuestAddress">Address of the guest.</param>
/// <param name="GuestPort">Port of the guest.</param>
public sealed record VmForward(
    string NetdevId, ProtocolType Protocol, string HostAddress, int HostPort, string GuestAddress, int GuestPort)
{
    /// <summary>The rule, such as <c>tcp:127.0.0.1:40955-10.0.2.15:22 of net0</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Protocol == ProtocolType.Udp ? "udp" : "tcp")}:{HostAddress}:{HostPort}-{GuestAddress}:{GuestPort} of {NetdevId}");
}

using System.Net;

namespace QemuDsl.Nfv;

/// <summary>An IPsec tunnel to another router, which some networks are behind.</summary>
/// <param name="Interface">VPP's name of the interface that its packets go through, whose address the tunnel borrows.</param>
/// <param name="Local">This end.</param>
/// <param name="Remote">The other end.</param>
/// <param name="Out">What is sent.</param>
/// <param name="In">What is received.</param>
/// <param name="Networks">The networks behind the other end.</param>
public sealed record VppIpsecTunnel(
    string Interface, IPAddress Local, IPAddress Remote, VppSecurityAssociation Out, VppSecurityAssociation In, OptionList<InterfaceAddress> Networks)
{
    /// <summary>Its number, from 0; VPP calls it <c>ipip0</c>.</summary>
    public int Number { get; init; }
}

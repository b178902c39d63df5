using System.Net;

namespace QemuDsl.Runtime;

/// <summary>An IP address of a guest.</summary>
/// <param name="Address">The address.</param>
/// <param name="PrefixLength">Length of the network's prefix in bits.</param>
public sealed record GuestAddress(IPAddress Address, int PrefixLength);

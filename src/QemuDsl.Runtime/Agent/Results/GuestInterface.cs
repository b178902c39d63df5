using System.Net.NetworkInformation;

namespace QemuDsl.Runtime;

/// <summary>A network interface, as the guest sees it.</summary>
/// <param name="Name">Its name there, such as <c>eth0</c>.</param>
public sealed record GuestInterface(string Name)
{
    /// <summary>Its MAC address; null for one that has none.</summary>
    public PhysicalAddress? Mac { get; init; }

    /// <summary>Its IP addresses.</summary>
    public IReadOnlyList<GuestAddress> Addresses { get; init; } = [];
}

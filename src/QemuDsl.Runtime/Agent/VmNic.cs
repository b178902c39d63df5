using System.Net.NetworkInformation;

namespace QemuDsl.Runtime;

/// <summary>A NIC of a VM.</summary>
/// <param name="Path">Where QEMU has it, such as <c>/machine/peripheral/nic0</c>.</param>
/// <param name="Mac">Its MAC address, also one that QEMU chose.</param>
public sealed record VmNic(string Path, PhysicalAddress Mac)
{
    /// <summary>Its device's id; null when the command gave it none.</summary>
    public string? Id { get; init; }

    /// <summary>The id of its netdev; null when nothing is plugged in.</summary>
    public string? Netdev { get; init; }

    /// <summary>The guest's interface with that MAC address; null when the guest has none, or no agent tells.</summary>
    public GuestInterface? Guest { get; init; }
}

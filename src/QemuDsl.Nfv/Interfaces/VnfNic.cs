namespace QemuDsl.Nfv;

/// <summary>An interface of a network function in its place.</summary>
/// <param name="Number">Its number in the VM, from 1.</param>
/// <param name="Address">Where the guest finds it on the machine's own bus.</param>
public sealed record VnfNic(int Number, PciAddress Address)
{
    /// <summary>Hardware address; null for a card of the host, which has its own.</summary>
    public MacAddress? Mac { get; init; }

    /// <summary>The socket of its back end; null for a card of the host.</summary>
    public string? Socket { get; init; }

    /// <summary>The card of the host; null for a vhost-user interface.</summary>
    public PciBdf? HostDevice { get; init; }

    /// <summary>What the guest calls it; null until <see cref="GuestNameExtensions.NameAsync"/> has asked the guest's agent.</summary>
    public string? GuestName { get; init; }

    /// <summary>The device as the guest's programs name it, such as <c>0000:00:06.0</c>.</summary>
    public PciBdf GuestDevice => PciBdf.OnRootBus(Address);
}

namespace QemuDsl.Devices;

/// <summary>A PCI device by which the guest tells that it panicked (<c>-device pvpanic-pci</c>).</summary>
[Device("pvpanic-pci", Bus = Bus.Pci)]
public sealed partial record PvpanicPci
{
    /// <summary>Which events the guest may tell, as bits (<c>events</c>).</summary>
    public byte? Events { get; init; }
}

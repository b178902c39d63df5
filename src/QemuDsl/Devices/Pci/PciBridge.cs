namespace QemuDsl.Devices;

/// <summary>A PCI-to-PCI bridge: a bus with 31 slots (<c>-device pci-bridge</c>).</summary>
[Device("pci-bridge", Bus = Bus.Pci, Provides = Bus.Pci, BusSuffix = "")]
public sealed partial record PciBridge
{
    /// <summary>Number of the chassis, unique among bridges (<c>chassis_nr</c>).</summary>
    [Range(1, 255)]
    [Key("chassis_nr")]
    public required byte ChassisNr { get; init; }

    /// <summary>Whether interrupts are messages (<c>msi</c>).</summary>
    public OnOffAuto? Msi { get; init; }

    /// <summary>Whether devices can be plugged while running (<c>shpc</c>).</summary>
    public bool? Shpc { get; init; }
}

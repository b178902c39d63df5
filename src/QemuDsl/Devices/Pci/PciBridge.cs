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

    /// <summary>I/O space kept for what is plugged (<c>io-reserve</c>).</summary>
    public ByteSize? IoReserve { get; init; }

    /// <summary>Memory space kept for what is plugged (<c>mem-reserve</c>).</summary>
    public ByteSize? MemReserve { get; init; }

    /// <summary>32-bit prefetchable space kept for what is plugged (<c>pref32-reserve</c>).</summary>
    [Conflicts(nameof(Pref64Reserve))]
    public ByteSize? Pref32Reserve { get; init; }

    /// <summary>64-bit prefetchable space kept for what is plugged (<c>pref64-reserve</c>).</summary>
    public ByteSize? Pref64Reserve { get; init; }

    /// <summary>Bus numbers kept for what is plugged (<c>bus-reserve</c>).</summary>
    public uint? BusReserve { get; init; }
}

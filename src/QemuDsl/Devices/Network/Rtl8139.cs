namespace QemuDsl.Devices;

/// <summary>A Realtek 8139 network card (<c>-device rtl8139</c>).</summary>
[Device("rtl8139", Bus = Bus.Pci)]
public sealed partial record Rtl8139
{
    /// <summary>Where its traffic goes (<c>netdev</c>).</summary>
    public required INetdev Netdev { get; init; }

    /// <summary>Hardware address; QEMU chooses one when unset (<c>mac</c>).</summary>
    public MacAddress? Mac { get; init; }

    /// <summary>Place in the firmware's boot order, lowest first (<c>bootindex</c>).</summary>
    [AtLeast(0)]
    [Key("bootindex")]
    public int? BootIndex { get; init; }

    /// <summary>Number by which the guest's firmware names it, such as <c>eno1</c> of Linux; unique in the VM (<c>acpi-index</c>).</summary>
    [Range(1, 16383)]
    public uint? AcpiIndex { get; init; }
}

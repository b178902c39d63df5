using QemuDsl;

namespace CustomDevice;

/// <summary>A network card of the nineties (<c>-device ne2k_pci</c>; see <c>qemu-system-x86_64 -device ne2k_pci,help</c>).</summary>
[Device("ne2k_pci", Bus = Bus.Pci)]
public sealed partial record Ne2kPci
{
    /// <summary>Where its traffic goes (<c>netdev</c>).</summary>
    public required INetdev Netdev { get; init; }

    /// <summary>Hardware address; QEMU chooses one when unset (<c>mac</c>).</summary>
    public MacAddress? Mac { get; init; }

    /// <summary>Position in the order of boot devices, lowest first (<c>bootindex</c>).</summary>
    [Key("bootindex")]
    public int? BootIndex { get; init; }
}

namespace QemuDsl.Devices;

/// <summary>A serial port on PCI (<c>-device pci-serial</c>).</summary>
[Device("pci-serial", Bus = Bus.Pci)]
public sealed partial record PciSerial
{
    /// <summary>Where its bytes go (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }

    /// <summary>Programming interface of the PCI class (<c>prog_if</c>).</summary>
    [Key("prog_if")]
    public byte? ProgIf { get; init; }
}

namespace QemuDsl;

/// <summary>A device that takes a slot of a PCI or PCI Express bus.</summary>
public interface IPciSlotDevice : IDevice
{
    /// <summary>Slot and function (<c>addr</c>); chosen by QEMU, or by the command once another device's is explicit, when null.</summary>
    PciAddress? Address { get; }

    /// <summary>The bus it sits on; the machine's own when null.</summary>
    IPciBus? PciBus { get; }
}

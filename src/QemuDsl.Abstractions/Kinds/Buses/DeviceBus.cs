namespace QemuDsl;

/// <summary>Names a bus that is defined elsewhere, such as <c>pcie.0</c>.</summary>
public static class DeviceBus
{
    /// <summary>The PCI bus of this name.</summary>
    public static IPciBus Pci(QemuId name) => new IdReference(IdSpace.Bus, name);

    /// <summary>The PCI Express bus of this name.</summary>
    public static IPcieBus Pcie(QemuId name) => new IdReference(IdSpace.Bus, name);

    /// <summary>The IDE bus or SATA port of this name.</summary>
    public static IIdeBus Ide(QemuId name) => new IdReference(IdSpace.Bus, name);

    /// <summary>The USB bus of this name.</summary>
    public static IUsbBus Usb(QemuId name) => new IdReference(IdSpace.Bus, name);

    /// <summary>The SCSI bus of this name.</summary>
    public static IScsiBus Scsi(QemuId name) => new IdReference(IdSpace.Bus, name);

    /// <summary>The virtio-serial bus of this name.</summary>
    public static IVirtioSerialBus VirtioSerial(QemuId name) => new IdReference(IdSpace.Bus, name);
}

namespace QemuDsl;


/// <summary>Buses a machine or a device brings and a device plugs into.</summary>
[Flags]
public enum Bus
{
    /// <summary>None: the device sits on the system bus.</summary>
    None = 0,

    /// <summary>PCI; a PCI Express root bus takes such devices too.</summary>
    Pci = 1,

    /// <summary>PCI Express, where a device needs it, such as a root port.</summary>
    Pcie = 2,

    /// <summary>ISA.</summary>
    Isa = 4,

    /// <summary>The virtio-mmio transports of <c>microvm</c> and <c>virt</c>.</summary>
    VirtioMmio = 8,

    /// <summary>IDE, and the SATA ports of an AHCI controller.</summary>
    Ide = 16,

    /// <summary>USB.</summary>
    Usb = 32,

    /// <summary>SCSI.</summary>
    Scsi = 64,

    /// <summary>The ports of a virtio-serial device.</summary>
    VirtioSerial = 128,

    /// <summary>The drives of a floppy controller.</summary>
    Floppy = 256,
}

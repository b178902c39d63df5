using QemuDsl.CompilerServices;

namespace QemuDsl;

/// <summary>Adds devices; which ones a machine takes is checked by the compiler.</summary>
public static class AddDeviceExtensions
{
    /// <summary>Adds a device to the PCI bus of the machine, or to the bus it names.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IPciDevice device)
        where TMachine : IHasPciBus => OptionAppender.Append(command, device);

    /// <summary>Adds a device to the PCI Express bus of the machine, or to the bus it names.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IPcieDevice device)
        where TMachine : IHasPcieBus => OptionAppender.Append(command, device);

    /// <summary>Adds a device to the ISA bus of the machine.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IIsaDevice device)
        where TMachine : IHasIsaBus => OptionAppender.Append(command, device);

    /// <summary>Adds a device to a virtio-mmio transport of the machine.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IVirtioMmioDevice device)
        where TMachine : IHasVirtioMmioBus => OptionAppender.Append(command, device);

    /// <summary>Adds a disk to the IDE or SATA bus of the machine, or to the bus it names.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IIdeDevice device)
        where TMachine : IHasIdeBus => OptionAppender.Append(command, device);

    /// <summary>Adds a drive to the floppy controller of the machine, or to the bus it names.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IFloppyDevice device)
        where TMachine : IHasFloppyBus => OptionAppender.Append(command, device);

    /// <summary>Adds a device to the USB bus it names.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IUsbDevice device)
        where TMachine : IMachine => OptionAppender.Append(command, device);

    /// <summary>Adds a device to the SCSI bus it names.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IScsiDevice device)
        where TMachine : IMachine => OptionAppender.Append(command, device);

    /// <summary>Adds a port to the virtio-serial device it names.</summary>
    public static QemuCommand<TMachine> Add<TMachine>(this QemuCommand<TMachine> command, IVirtioSerialDevice device)
        where TMachine : IMachine => OptionAppender.Append(command, device);
}

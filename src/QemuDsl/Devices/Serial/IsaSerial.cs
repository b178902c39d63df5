namespace QemuDsl.Devices;

/// <summary>A serial port of a PC (<c>-device isa-serial</c>).</summary>
[Device("isa-serial", Bus = Bus.Isa)]
public sealed partial record IsaSerial
{
    /// <summary>Where its bytes go (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }

    /// <summary>Number of the port: 0 is COM1. QEMU's <c>-serial</c> takes COM1 even when it is written later, so give one (<c>index</c>).</summary>
    [Range(0, 3)]
    public uint? Index { get; init; }

    /// <summary>First I/O port (<c>iobase</c>).</summary>
    [Key("iobase")]
    public uint? IoBase { get; init; }

    /// <summary>Interrupt (<c>irq</c>).</summary>
    public uint? Irq { get; init; }

    /// <summary>Base of the baud rate (<c>baudbase</c>).</summary>
    [Key("baudbase")]
    public uint? BaudBase { get; init; }

    /// <summary>Whether a byte wakes the guest (<c>wakeup</c>).</summary>
    public bool? Wakeup { get; init; }
}

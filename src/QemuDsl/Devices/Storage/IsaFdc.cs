namespace QemuDsl.Devices;

/// <summary>A floppy controller (<c>-device isa-fdc</c>). The <c>pc</c> board has one; <c>q35</c> has none.</summary>
[Device("isa-fdc", Bus = Bus.Isa, Provides = Bus.Floppy)]
public sealed partial record IsaFdc
{
    /// <summary>First I/O port (<c>iobase</c>).</summary>
    [Key("iobase")]
    public uint? IoBase { get; init; }

    /// <summary>Interrupt (<c>irq</c>).</summary>
    public uint? Irq { get; init; }

    /// <summary>DMA channel (<c>dma</c>).</summary>
    public uint? Dma { get; init; }

    /// <summary>Kind of an empty drive (<c>fallback</c>).</summary>
    public FdcDriveType? Fallback { get; init; }
}

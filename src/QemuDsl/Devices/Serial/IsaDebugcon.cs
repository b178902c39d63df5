namespace QemuDsl.Devices;

/// <summary>A port that firmware writes its log to (<c>-device isa-debugcon</c>).</summary>
[Device("isa-debugcon", Bus = Bus.Isa)]
public sealed partial record IsaDebugcon
{
    /// <summary>Where its bytes go (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }

    /// <summary>I/O port; firmware uses 0x402 (<c>iobase</c>).</summary>
    [Key("iobase")]
    public uint? IoBase { get; init; }

    /// <summary>What reading the port gives (<c>readback</c>).</summary>
    public uint? Readback { get; init; }
}

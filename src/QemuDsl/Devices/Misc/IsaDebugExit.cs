namespace QemuDsl.Devices;

/// <summary>A port that ends QEMU with exit code <c>2 * value + 1</c> (<c>-device isa-debug-exit</c>).</summary>
[Device("isa-debug-exit", Bus = Bus.Isa)]
public sealed partial record IsaDebugExit
{
    /// <summary>I/O port (<c>iobase</c>).</summary>
    [Key("iobase")]
    public uint? IoBase { get; init; }

    /// <summary>Number of ports (<c>iosize</c>).</summary>
    [Key("iosize")]
    public uint? IoSize { get; init; }
}

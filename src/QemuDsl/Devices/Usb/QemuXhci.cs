namespace QemuDsl.Devices;

/// <summary>A USB 3 controller (<c>-device qemu-xhci</c>).</summary>
[Device("qemu-xhci", Bus = Bus.Pci, Provides = Bus.Usb)]
public sealed partial record QemuXhci
{
    /// <summary>Number of USB 2 ports (<c>p2</c>).</summary>
    [Range(1, 15)]
    public uint? P2 { get; init; }

    /// <summary>Number of USB 3 ports (<c>p3</c>).</summary>
    [Range(1, 15)]
    public uint? P3 { get; init; }

    /// <summary>Whether streams are offered (<c>streams</c>).</summary>
    public bool? Streams { get; init; }
}

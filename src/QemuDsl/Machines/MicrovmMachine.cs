namespace QemuDsl.Machines;

/// <summary>What <c>microvm</c> has with PCI Express and without.</summary>
public abstract record MicrovmMachine : X86Machine
{
    /// <summary>Whether there is a real-time clock (<c>rtc</c>).</summary>
    public OnOffAuto? Rtc { get; init; }

    /// <summary>Whether the board has a serial port (<c>isa-serial</c>).</summary>
    public bool? IsaSerial { get; init; }

    /// <summary>Whether there is a second I/O interrupt controller, for more virtio-mmio devices (<c>ioapic2</c>).</summary>
    public OnOffAuto? Ioapic2 { get; init; }

    /// <summary>Whether the kernel is told about virtio-mmio devices on its command line (<c>auto-kernel-cmdline</c>).</summary>
    public bool? AutoKernelCmdline { get; init; }

    /// <summary>Whether ACPI tells the guest about its memory attributes (<c>hmat</c>).</summary>
    [Since("10.0")]
    public bool? Hmat { get; init; }
}

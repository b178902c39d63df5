namespace QemuDsl.Machines;

/// <summary>What both forms of the minimal machine have in common.</summary>
public abstract record MicrovmBoard
{
    /// <summary>Whether the kernel is told of the virtio-mmio transports (<c>auto-kernel-cmdline</c>).</summary>
    public bool? AutoKernelCmdline { get; init; }

    /// <summary>Whether there is a second interrupt controller (<c>ioapic2</c>).</summary>
    public OnOffAuto? Ioapic2 { get; init; }

    /// <summary>Whether there is a serial port (<c>isa-serial</c>).</summary>
    public bool? IsaSerial { get; init; }

    /// <summary>Whether there is a clock (<c>rtc</c>).</summary>
    public OnOffAuto? Rtc { get; init; }

    /// <summary>Whether there are ACPI tables (<c>acpi</c>).</summary>
    public OnOffAuto? Acpi { get; init; }

    /// <summary>Whether there is an i8259 interrupt controller (<c>pic</c>).</summary>
    public OnOffAuto? Pic { get; init; }

    /// <summary>Whether there is an i8254 timer (<c>pit</c>).</summary>
    public OnOffAuto? Pit { get; init; }

    /// <summary>Whether there is system management mode (<c>smm</c>).</summary>
    public OnOffAuto? Smm { get; init; }

    /// <summary>Where the interrupt controllers live; under KVM (<c>kernel-irqchip</c>).</summary>
    public KernelIrqchip? KernelIrqchip { get; init; }

    /// <summary>Whether the board brings its USB controller (<c>usb</c>).</summary>
    public bool? Usb { get; init; }

    /// <summary>Whether the board brings graphics output (<c>graphics</c>).</summary>
    public bool? Graphics { get; init; }

    /// <summary>Whether equal pages of guests are merged (<c>mem-merge</c>).</summary>
    public bool? MemMerge { get; init; }

    /// <summary>Whether a core dump of QEMU holds the guest's memory (<c>dump-guest-core</c>).</summary>
    public bool? DumpGuestCore { get; init; }

    /// <summary>Whether migration leaves the self-description out (<c>suppress-vmdesc</c>).</summary>
    public bool? SuppressVmdesc { get; init; }

    /// <summary>The memory behind <c>-m</c> (<c>memory-backend</c>).</summary>
    public IMemoryBackend? MemoryBackend { get; init; }
}

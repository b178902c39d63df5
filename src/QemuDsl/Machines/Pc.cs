namespace QemuDsl.Machines;

/// <summary>The i440FX PC (<c>-machine pc</c>).</summary>
[Machine("pc", Target.X86_64, Buses = Bus.Pci | Bus.Isa | Bus.Ide | Bus.Floppy, BoardPciSlots = [0, 1])]
public sealed partial record Pc : IMemoryMachine<Pc>, IFlashMachine<Pc>
{
    /// <summary>Whether there is an HPET (<c>hpet</c>).</summary>
    public bool? Hpet { get; init; }

    /// <summary>Whether there is a keyboard controller (<c>i8042</c>).</summary>
    public bool? I8042 { get; init; }

    /// <summary>Whether there is an SMBus (<c>smbus</c>).</summary>
    public bool? Smbus { get; init; }

    /// <summary>Whether there is VMware's port (<c>vmport</c>).</summary>
    public OnOffAuto? Vmport { get; init; }

    /// <summary>Whether there is a SATA controller (<c>sata</c>).</summary>
    public bool? Sata { get; init; }

    /// <summary>Whether NVDIMMs can be had (<c>nvdimm</c>).</summary>
    public bool? Nvdimm { get; init; }

    /// <summary>Whether there is a table of memory latencies (<c>hmat</c>).</summary>
    public bool? Hmat { get; init; }

    /// <summary>How much memory lies under 4 GiB at most (<c>max-ram-below-4g</c>).</summary>
    [Key("max-ram-below-4g")]
    public ByteSize? MaxRamBelow4g { get; init; }

    /// <summary>Where the speaker sounds (<c>pcspk-audiodev</c>).</summary>
    public IAudiodev? PcspkAudiodev { get; init; }

    /// <summary>Format of the SMBIOS entry point (<c>smbios-entry-point-type</c>).</summary>
    public SmbiosEntryPoint? SmbiosEntryPointType { get; init; }

    /// <summary>Whether the root bus bypasses the IOMMU (<c>default-bus-bypass-iommu</c>).</summary>
    public bool? DefaultBusBypassIommu { get; init; }

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

    /// <summary>First flash: the code of UEFI firmware (<c>pflash0</c>).</summary>
    public IBlockNode? Pflash0 { get; init; }

    /// <summary>Second flash: the variables of UEFI firmware (<c>pflash1</c>).</summary>
    public IBlockNode? Pflash1 { get; init; }

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

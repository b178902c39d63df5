namespace QemuDsl.Machines;

/// <summary>QEMU's own Arm machine (<c>-machine virt</c>).</summary>
[Machine("virt", Target.Aarch64, Buses = Bus.Pci | Bus.Pcie | Bus.VirtioMmio, BoardPciSlots = [0])]
public sealed partial record Virt : IMemoryMachine<Virt>, IFlashMachine<Virt>
{
    /// <summary>Version of the interrupt controller (<c>gic-version</c>).</summary>
    public GicVersion? GicVersion { get; init; }

    /// <summary>Whether there are ACPI tables (<c>acpi</c>).</summary>
    public OnOffAuto? Acpi { get; init; }

    /// <summary>Whether there is an interrupt translation service (<c>its</c>).</summary>
    public bool? Its { get; init; }

    /// <summary>The machine's own IOMMU (<c>iommu</c>).</summary>
    public VirtIommu? Iommu { get; init; }

    /// <summary>Whether devices may lie over 4 GiB (<c>highmem</c>).</summary>
    public bool? Highmem { get; init; }

    /// <summary>Whether there is the secure world (<c>secure</c>).</summary>
    public bool? Secure { get; init; }

    /// <summary>Whether the guest can run guests (<c>virtualization</c>).</summary>
    public bool? Virtualization { get; init; }

    /// <summary>Whether there is memory tagging (<c>mte</c>).</summary>
    public bool? Mte { get; init; }

    /// <summary>Whether hardware errors are told by ACPI (<c>ras</c>).</summary>
    public bool? Ras { get; init; }

    /// <summary>Whether NVDIMMs can be had (<c>nvdimm</c>).</summary>
    public bool? Nvdimm { get; init; }

    /// <summary>Whether there is a table of memory latencies (<c>hmat</c>).</summary>
    public bool? Hmat { get; init; }

    /// <summary>Whether the device tree holds random seeds (<c>dtb-randomness</c>).</summary>
    public bool? DtbRandomness { get; init; }

    /// <summary>Whether the root bus bypasses the IOMMU (<c>default-bus-bypass-iommu</c>).</summary>
    public bool? DefaultBusBypassIommu { get; init; }

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

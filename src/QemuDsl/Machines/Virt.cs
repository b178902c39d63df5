namespace QemuDsl.Machines;

/// <summary>A 64-bit Arm machine made for virtualization (<c>-machine virt</c>).</summary>
[Machine("virt", Target.Aarch64, Buses = Bus.Pci | Bus.Pcie | Bus.VirtioMmio, BoardPciSlots = [0])]
public sealed partial record Virt : CommonMachine, IMemoryMachine<Virt>, IFlashMachine<Virt>
{
    /// <summary>Which interrupt controller it has (<c>gic-version</c>).</summary>
    public GicVersion? GicVersion { get; init; }

    /// <summary>Whether there is an interrupt translation service (<c>its</c>).</summary>
    public bool? Its { get; init; }

    /// <summary>Which IOMMU it has (<c>iommu</c>).</summary>
    public VirtIommu? Iommu { get; init; }

    /// <summary>Whether the CPU has the virtualization extensions (EL2) (<c>virtualization</c>).</summary>
    public bool? Virtualization { get; init; }

    /// <summary>Whether the CPU has the security extensions (EL3) (<c>secure</c>).</summary>
    public bool? Secure { get; init; }

    /// <summary>Whether the CPU has memory tagging (<c>mte</c>).</summary>
    public bool? Mte { get; init; }

    /// <summary>Whether memory errors of the host reach a KVM guest (<c>ras</c>).</summary>
    public bool? Ras { get; init; }

    /// <summary>Whether the guest gets ACPI tables (<c>acpi</c>).</summary>
    public OnOffAuto? Acpi { get; init; }

    /// <summary>Flash that holds the firmware, such as AAVMF (<c>pflash0</c>).</summary>
    public IBlockNode? Pflash0 { get; init; }

    /// <summary>Flash that holds the variables of the firmware (<c>pflash1</c>).</summary>
    public IBlockNode? Pflash1 { get; init; }

    /// <summary>Whether NVDIMM devices can be added (<c>nvdimm</c>).</summary>
    public bool? Nvdimm { get; init; }

    /// <summary>Which part of the platform saves NVDIMM data on power loss (<c>nvdimm-persistence</c>).</summary>
    public NvdimmPersistence? NvdimmPersistence { get; init; }

    /// <summary>Whether ACPI tells the guest about its memory attributes (<c>hmat</c>).</summary>
    public bool? Hmat { get; init; }

    /// <summary>Whether addresses over 32 bits are used (<c>highmem</c>).</summary>
    public bool? Highmem { get; init; }

    /// <summary>Whether high memory regions move up only as far as needed (<c>compact-highmem</c>).</summary>
    [Since("8.0")]
    public bool? CompactHighmem { get; init; }

    /// <summary>Whether redistributors of the GIC may lie high (<c>highmem-redists</c>).</summary>
    [Since("8.0")]
    public bool? HighmemRedists { get; init; }

    /// <summary>Whether PCI configuration space may lie high (<c>highmem-ecam</c>).</summary>
    [Since("8.0")]
    public bool? HighmemEcam { get; init; }

    /// <summary>Whether PCI memory may lie high (<c>highmem-mmio</c>).</summary>
    [Since("8.0")]
    public bool? HighmemMmio { get; init; }

    /// <summary>Size of the high PCI memory (<c>highmem-mmio-size</c>).</summary>
    [PowerOfTwo]
    [Since("10.0")]
    public ByteSize? HighmemMmioSize { get; init; }

    /// <summary>Whether the root bus goes around the IOMMU (<c>default-bus-bypass-iommu</c>).</summary>
    public bool? DefaultBusBypassIommu { get; init; }

    /// <summary>Whether the device tree holds random seeds (<c>dtb-randomness</c>).</summary>
    public bool? DtbRandomness { get; init; }
}

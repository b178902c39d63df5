namespace QemuDsl.Machines;

/// <summary>What <c>pc</c> and <c>q35</c> have in common.</summary>
public abstract record PcMachine : X86Machine
{
    /// <summary>Flash that holds the firmware, such as OVMF (<c>pflash0</c>).</summary>
    public IBlockNode? Pflash0 { get; init; }

    /// <summary>Flash that holds the variables of the firmware (<c>pflash1</c>).</summary>
    [Requires(nameof(Pflash0))]
    public IBlockNode? Pflash1 { get; init; }

    /// <summary>Whether there is a high precision event timer (<c>hpet</c>).</summary>
    public bool? Hpet { get; init; }

    /// <summary>Whether there is a PS/2 controller for keyboard and mouse (<c>i8042</c>).</summary>
    public bool? I8042 { get; init; }

    /// <summary>Whether there is a SATA controller (<c>sata</c>).</summary>
    public bool? Sata { get; init; }

    /// <summary>Whether there is a system management bus (<c>smbus</c>).</summary>
    public bool? Smbus { get; init; }

    /// <summary>Whether the VMware I/O port is there (<c>vmport</c>).</summary>
    public OnOffAuto? Vmport { get; init; }

    /// <summary>Where the PC speaker is heard (<c>pcspk-audiodev</c>).</summary>
    public IAudiodev? PcspkAudiodev { get; init; }

    /// <summary>Whether NVDIMM devices can be added (<c>nvdimm</c>).</summary>
    public bool? Nvdimm { get; init; }

    /// <summary>Which part of the platform saves NVDIMM data on power loss (<c>nvdimm-persistence</c>).</summary>
    public NvdimmPersistence? NvdimmPersistence { get; init; }

    /// <summary>Whether ACPI tells the guest about its memory attributes (<c>hmat</c>); see <c>-numa hmat-lb</c>.</summary>
    public bool? Hmat { get; init; }

    /// <summary>Whether the root bus goes around the IOMMU (<c>default-bus-bypass-iommu</c>).</summary>
    public bool? DefaultBusBypassIommu { get; init; }

    /// <summary>Most memory under the 4 GiB boundary (<c>max-ram-below-4g</c>).</summary>
    [Key("max-ram-below-4g")]
    [AtLeast(0)]
    public ByteSize? MaxRamBelow4G { get; init; }

    /// <summary>Most firmware in flash (<c>max-fw-size</c>).</summary>
    [AtLeast(0)]
    public ByteSize? MaxFwSize { get; init; }

    /// <summary>Width of the SMBIOS entry point (<c>smbios-entry-point-type</c>).</summary>
    public SmbiosEntryPoint? SmbiosEntryPointType { get; init; }
}

namespace QemuDsl.Devices;

/// <summary>A PCI device of the host (<c>-device vfio-pci</c>).</summary>
/// <remarks>It must be bound to the <c>vfio-pci</c> driver, with a viable IOMMU group and enough locked memory.</remarks>
[Device("vfio-pci", Bus = Bus.Pci)]
public sealed partial record VfioPci
{
    /// <summary>Its address on the host (<c>host</c>).</summary>
    [Conflicts(nameof(SysfsDevice))]
    public PciBdf? Host { get; init; }

    /// <summary>Its directory in sysfs, instead of an address (<c>sysfsdev</c>).</summary>
    [Key("sysfsdev")]
    public string? SysfsDevice { get; init; }

    /// <summary>Whether a mediated graphics device is shown (<c>display</c>).</summary>
    public OnOffAuto? Display { get; init; }

    /// <summary>Place in the firmware's boot order, lowest first (<c>bootindex</c>).</summary>
    [AtLeast(0)]
    public int? Bootindex { get; init; }

    static partial void CheckMore(VfioPci value, Findings findings)
    {
        if (value.Host is null && value.SysfsDevice is null)
        {
            findings.Error(FindingIds.Requirement, "host", null, "names no device of the host", "Set Host, such as 0000:06:00.0, or SysfsDevice.");
        }
    }
}

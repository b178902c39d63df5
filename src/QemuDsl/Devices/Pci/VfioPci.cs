namespace QemuDsl.Devices;

/// <summary>A PCI device of the host (<c>-device vfio-pci</c>).</summary>
/// <remarks>It must be bound to the <c>vfio-pci</c> driver, with a viable IOMMU group and enough locked memory.</remarks>
[Device("vfio-pci", Bus = Bus.Pci)]
public sealed partial record VfioPci
{
    /// <summary>Its address on the host (<c>host</c>).</summary>
    [Conflicts(nameof(SysfsDev))]
    public PciBdf? Host { get; init; }

    /// <summary>Its directory in sysfs, instead of an address (<c>sysfsdev</c>).</summary>
    [Key("sysfsdev")]
    public string? SysfsDev { get; init; }

    /// <summary>Whether a mediated graphics device is shown (<c>display</c>).</summary>
    public OnOffAuto? Display { get; init; }

    /// <summary>Preferred width of its display, in pixels (<c>xres</c>).</summary>
    [Requires(nameof(Display))]
    [Key("xres")]
    public uint? XRes { get; init; }

    /// <summary>Preferred height of its display, in pixels (<c>yres</c>).</summary>
    [Requires(nameof(Display))]
    [Key("yres")]
    public uint? YRes { get; init; }

    /// <summary>Whether the device can be migrated (<c>enable-migration</c>).</summary>
    [Since("8.1")]
    public OnOffAuto? EnableMigration { get; init; }

    /// <summary>Shared secret with the owner of its physical function, a UUID (<c>vf-token</c>).</summary>
    [Since("8.1")]
    [Pattern("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")]
    public string? VfToken { get; init; }

    /// <summary>Id of the virtio network card that stands in for it during migration (<c>failover_pair_id</c>).</summary>
    [Key("failover_pair_id")]
    public QemuId? FailoverPairId { get; init; }

    /// <summary>Number by which the guest's firmware names it, such as <c>eno1</c> of Linux; unique in the VM (<c>acpi-index</c>).</summary>
    [Range(1, 16383)]
    public uint? AcpiIndex { get; init; }

    /// <summary>Whether the guest sees an option ROM; 0 hides it (<c>rombar</c>).</summary>
    [Range(0, 1)]
    [Key("rombar")]
    public uint? RomBar { get; init; }

    /// <summary>Place in the firmware's boot order, lowest first (<c>bootindex</c>).</summary>
    [AtLeast(0)]
    [Key("bootindex")]
    public int? BootIndex { get; init; }

    static partial void CheckMore(VfioPci value, Findings findings)
    {
        if (value.Host is null && value.SysfsDev is null)
        {
            findings.Error(FindingIds.Requirement, "host", null, "names no device of the host", "Set Host, such as 0000:06:00.0, or SysfsDev.");
        }
    }
}

using System.Globalization;

namespace QemuDsl.Devices;

/// <summary>An Intel IOMMU (<c>-device intel-iommu</c>).</summary>
/// <remarks>For <c>q35</c>. It must come before the devices behind it.</remarks>
[Device("intel-iommu", Target = Target.X86_64)]
public sealed partial record IntelIommu
{
    /// <summary>Whether interrupts are remapped; needs a split interrupt controller (<c>intremap</c>).</summary>
    [Key("intremap")]
    public OnOffAuto? IntRemap { get; init; }

    /// <summary>Whether interrupts have wide addresses (<c>eim</c>).</summary>
    public OnOffAuto? Eim { get; init; }

    /// <summary>Whether devices may cache translations (<c>device-iotlb</c>).</summary>
    public bool? DeviceIotlb { get; init; }

    /// <summary>Whether changes are told to the host, as VFIO needs (<c>caching-mode</c>).</summary>
    public bool? CachingMode { get; init; }

    /// <summary>Whether snooping can be controlled (<c>snoop-control</c>).</summary>
    public bool? SnoopControl { get; init; }

    /// <summary>Width of addresses, 39 or 48 (<c>aw-bits</c>).</summary>
    public byte? AwBits { get; init; }

    /// <summary>Whether accesses under way are drained (<c>dma-drain</c>).</summary>
    public bool? DmaDrain { get; init; }

    /// <summary>Whether addresses are translated at all (<c>dma-translation</c>).</summary>
    public bool? DmaTranslation { get; init; }

    /// <summary>Whether devices can be passed through untranslated (<c>pt</c>).</summary>
    public bool? Pt { get; init; }

    /// <summary>Whether the first stage has pages of 1 GiB (<c>fs1gp</c>).</summary>
    [Since("10.0")]
    public bool? Fs1gp { get; init; }

    static partial void CheckMore(IntelIommu value, Findings findings)
    {
        if (value.AwBits is { } bits and not (39 or 48))
        {
            findings.Error(
                FindingIds.OutOfRange, "aw-bits", bits.ToString(CultureInfo.InvariantCulture), "is no width QEMU supports", "Use 39 or 48.");
        }
    }
}

namespace QemuDsl.Runtime;

/// <summary>A PCI device of a host, as VFIO sees it.</summary>
/// <param name="Address">Where it is.</param>
public sealed record VfioDevice(PciBdf Address)
{
    /// <summary>The driver it is bound to; null when to none.</summary>
    public string? Driver { get; init; }

    /// <summary>Number of its IOMMU group; null when the host has no IOMMU that is switched on.</summary>
    public string? Group { get; init; }

    /// <summary>Whether this user may open the group (<c>/dev/vfio/GROUP</c>).</summary>
    public bool IsAccessible { get; init; }

    /// <summary>The devices of its group that keep VFIO from it, each with its driver: whatever one of them does, they all could.</summary>
    public OptionList<VfioDevice> InTheWay { get; init; } = [];
}

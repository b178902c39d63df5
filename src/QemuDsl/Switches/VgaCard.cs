namespace QemuDsl.Switches;

/// <summary>Graphics cards of a board.</summary>
[OptionEnum]
public enum VgaCard
{
    /// <summary>The standard card.</summary>
    Std,

    /// <summary>A Cirrus Logic card.</summary>
    Cirrus,

    /// <summary>VMware's card.</summary>
    Vmware,

    /// <summary>A QXL card.</summary>
    Qxl,

    /// <summary>A virtio card.</summary>
    Virtio,

    /// <summary>No card.</summary>
    None,
}

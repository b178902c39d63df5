namespace QemuDsl.Switches;

/// <summary>Video cards a board can bring.</summary>
[OptionEnum]
public enum VgaType
{
    /// <summary>None.</summary>
    None,

    /// <summary>VGA with the Bochs extensions.</summary>
    Std,

    /// <summary>Cirrus Logic GD5446.</summary>
    Cirrus,

    /// <summary>VMware SVGA-II.</summary>
    Vmware,

    /// <summary>QXL, for Spice.</summary>
    Qxl,

    /// <summary>virtio-gpu.</summary>
    Virtio,
}

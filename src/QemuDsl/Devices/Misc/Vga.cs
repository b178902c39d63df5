namespace QemuDsl.Devices;

/// <summary>A standard graphics card (<c>-device VGA</c>).</summary>
[Device("VGA", Bus = Bus.Pci)]
public sealed partial record Vga
{
    /// <summary>Video memory, in MiB (<c>vgamem_mb</c>).</summary>
    [PowerOfTwo]
    [Range(1, 512)]
    [Key("vgamem_mb")]
    public uint? VgaMemMb { get; init; }

    /// <summary>Preferred width, in pixels (<c>xres</c>).</summary>
    [Key("xres")]
    public uint? XRes { get; init; }

    /// <summary>Preferred height, in pixels (<c>yres</c>).</summary>
    [Key("yres")]
    public uint? YRes { get; init; }

    /// <summary>Largest width, in pixels (<c>xmax</c>).</summary>
    [Key("xmax")]
    public uint? XMax { get; init; }

    /// <summary>Largest height, in pixels (<c>ymax</c>).</summary>
    [Key("ymax")]
    public uint? YMax { get; init; }

    /// <summary>Refresh rate the guest sees, in mHz (<c>refresh_rate</c>).</summary>
    [Key("refresh_rate")]
    public uint? RefreshRate { get; init; }

    /// <summary>Whether the guest can read a description of the screen (<c>edid</c>).</summary>
    public bool? Edid { get; init; }

    /// <summary>Whether its registers are in memory too (<c>mmio</c>).</summary>
    public bool? Mmio { get; init; }
}

namespace QemuDsl.Devices;

/// <summary>A disk on IDE or SATA (<c>-device ide-hd</c>).</summary>
[Device("ide-hd", Bus = Bus.Ide)]
public sealed partial record IdeHd : IdeDisk
{
    /// <summary>Its medium (<c>drive</c>).</summary>
    public required IBlockBackend Drive { get; init; }

    /// <summary>Revolutions a minute; 1 is a solid-state disk (<c>rotation_rate</c>).</summary>
    [Key("rotation_rate")]
    public ushort? RotationRate { get; init; }

    /// <summary>How the BIOS translates its geometry (<c>bios-chs-trans</c>).</summary>
    public BiosAtaTranslation? BiosChsTrans { get; init; }

    /// <summary>Cylinders of the geometry the guest sees (<c>cyls</c>).</summary>
    public uint? Cyls { get; init; }

    /// <summary>Heads of the geometry the guest sees (<c>heads</c>).</summary>
    public uint? Heads { get; init; }

    /// <summary>Sectors of the geometry the guest sees (<c>secs</c>).</summary>
    public uint? Secs { get; init; }
}

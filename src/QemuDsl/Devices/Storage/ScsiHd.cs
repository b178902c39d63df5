namespace QemuDsl.Devices;

/// <summary>A disk on SCSI (<c>-device scsi-hd</c>).</summary>
[Device("scsi-hd", Bus = Bus.Scsi)]
public sealed partial record ScsiHd : ScsiDisk
{
    /// <summary>Its medium (<c>drive</c>).</summary>
    public required IBlockBackend Drive { get; init; }

    /// <summary>Whether the guest sees it as removable (<c>removable</c>).</summary>
    public bool? Removable { get; init; }

    /// <summary>Whether forced unit access is offered (<c>dpofua</c>).</summary>
    public bool? Dpofua { get; init; }

    /// <summary>Revolutions a minute; 1 is a solid-state disk (<c>rotation_rate</c>).</summary>
    [Key("rotation_rate")]
    public ushort? RotationRate { get; init; }

    /// <summary>Largest discard, in bytes (<c>max_unmap_size</c>).</summary>
    [Key("max_unmap_size")]
    public ulong? MaxUnmapSize { get; init; }

    /// <summary>Cylinders of the geometry the guest sees (<c>cyls</c>).</summary>
    public uint? Cyls { get; init; }

    /// <summary>Heads of the geometry the guest sees (<c>heads</c>).</summary>
    public uint? Heads { get; init; }

    /// <summary>Sectors of the geometry the guest sees (<c>secs</c>).</summary>
    public uint? Secs { get; init; }
}

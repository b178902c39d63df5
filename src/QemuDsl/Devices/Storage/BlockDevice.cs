namespace QemuDsl.Devices;

/// <summary>What disks have in common whatever their bus: QEMU's block properties.</summary>
public abstract record BlockDevice
{
    /// <summary>Place in the firmware's boot order, lowest first (<c>bootindex</c>).</summary>
    [AtLeast(0)]
    [Key("bootindex")]
    public int? BootIndex { get; init; }

    /// <summary>Logical block size (<c>logical_block_size</c>).</summary>
    [PowerOfTwo]
    [Range(512, 2097152)]
    [Key("logical_block_size")]
    public ByteSize? LogicalBlockSize { get; init; }

    /// <summary>Physical block size (<c>physical_block_size</c>).</summary>
    [PowerOfTwo]
    [Range(512, 2097152)]
    [Key("physical_block_size")]
    public ByteSize? PhysicalBlockSize { get; init; }

    /// <summary>Smallest efficient request (<c>min_io_size</c>).</summary>
    [Key("min_io_size")]
    public ByteSize? MinIoSize { get; init; }

    /// <summary>Optimal request (<c>opt_io_size</c>).</summary>
    [Key("opt_io_size")]
    public ByteSize? OptIoSize { get; init; }

    /// <summary>Whether the guest sees a volatile write cache (<c>write-cache</c>).</summary>
    public OnOffAuto? WriteCache { get; init; }

    /// <summary>Whether other users may write to the medium too (<c>share-rw</c>).</summary>
    public bool? ShareRw { get; init; }
}

namespace QemuDsl.Devices;

/// <summary>What disks and CD drives on IDE or SATA have in common.</summary>
public abstract record IdeDisk
{
    /// <summary>Serial number the guest sees (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Model the guest sees (<c>model</c>).</summary>
    public string? Model { get; init; }

    /// <summary>Firmware version the guest sees (<c>ver</c>).</summary>
    public string? Ver { get; init; }

    /// <summary>World wide name (<c>wwn</c>).</summary>
    public ulong? Wwn { get; init; }

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

    /// <summary>Granularity of discards (<c>discard_granularity</c>).</summary>
    [Key("discard_granularity")]
    public ByteSize? DiscardGranularity { get; init; }

    /// <summary>Whether the guest sees a volatile write cache (<c>write-cache</c>).</summary>
    public OnOffAuto? WriteCache { get; init; }

    /// <summary>Whether other users may write to the medium too (<c>share-rw</c>).</summary>
    public bool? ShareRw { get; init; }

    /// <summary>What happens on a read error (<c>rerror</c>).</summary>
    [Key("rerror")]
    public BlockdevOnError? RError { get; init; }

    /// <summary>What happens on a write error (<c>werror</c>).</summary>
    [Key("werror")]
    public BlockdevOnError? WError { get; init; }
}

namespace QemuDsl.Devices;

/// <summary>A virtio disk, whatever its transport.</summary>
public abstract record VirtioBlk : VirtioDevice
{
    /// <summary>Its medium (<c>drive</c>).</summary>
    public required IBlockBackend Drive { get; init; }

    /// <summary>Thread that does its I/O (<c>iothread</c>).</summary>
    [Key("iothread")]
    public IIoThread? IoThread { get; init; }

    /// <summary>Number of queues (<c>num-queues</c>).</summary>
    [Range(1, 65535)]
    public ushort? NumQueues { get; init; }

    /// <summary>Descriptors of a queue (<c>queue-size</c>).</summary>
    [PowerOfTwo]
    [Range(4, 1024)]
    public ushort? QueueSize { get; init; }

    /// <summary>Serial number the guest sees, at most 20 characters (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Whether discards are offered (<c>discard</c>).</summary>
    public bool? Discard { get; init; }

    /// <summary>Whether writing zeroes is offered (<c>write-zeroes</c>).</summary>
    public bool? WriteZeroes { get; init; }

    /// <summary>Largest discard, in sectors of 512 bytes (<c>max-discard-sectors</c>).</summary>
    public uint? MaxDiscardSectors { get; init; }

    /// <summary>Largest zeroing, in sectors of 512 bytes (<c>max-write-zeroes-sectors</c>).</summary>
    public uint? MaxWriteZeroesSectors { get; init; }

    /// <summary>Whether the guest is told the granularity of discards (<c>report-discard-granularity</c>).</summary>
    public bool? ReportDiscardGranularity { get; init; }

    /// <summary>Whether the guest can switch the write cache (<c>config-wce</c>).</summary>
    public bool? ConfigWce { get; init; }

    /// <summary>Whether adjacent requests are merged (<c>request-merging</c>).</summary>
    public bool? RequestMerging { get; init; }

    /// <summary>Whether the number of segments follows the queue's size (<c>seg-max-adjust</c>).</summary>
    public bool? SegMaxAdjust { get; init; }

    /// <summary>Whether SCSI commands pass through (<c>scsi</c>).</summary>
    [Removed("9.1", Instead = "a virtio-scsi controller")]
    public bool? Scsi { get; init; }

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

    /// <summary>Cylinders of the geometry the guest sees (<c>cyls</c>).</summary>
    public uint? Cyls { get; init; }

    /// <summary>Heads of the geometry the guest sees (<c>heads</c>).</summary>
    public uint? Heads { get; init; }

    /// <summary>Sectors of the geometry the guest sees (<c>secs</c>).</summary>
    public uint? Secs { get; init; }
}

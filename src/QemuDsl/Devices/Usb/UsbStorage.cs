namespace QemuDsl.Devices;

/// <summary>A USB stick (<c>-device usb-storage</c>).</summary>
[Device("usb-storage", Bus = Bus.Usb)]
public sealed partial record UsbStorage
{
    /// <summary>Its medium (<c>drive</c>).</summary>
    public required IBlockBackend Drive { get; init; }

    /// <summary>Whether the guest sees it as removable (<c>removable</c>).</summary>
    public bool? Removable { get; init; }

    /// <summary>Whether commands are logged (<c>commandlog</c>).</summary>
    [Key("commandlog")]
    public bool? CommandLog { get; init; }

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

    /// <summary>Port of the hub or controller, such as <c>1.2</c> (<c>port</c>).</summary>
    public string? Port { get; init; }

    /// <summary>Serial number the guest sees (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>File that the USB traffic is written to (<c>pcap</c>).</summary>
    public string? Pcap { get; init; }

    /// <summary>Whether Microsoft OS descriptors are offered (<c>msos-desc</c>).</summary>
    public bool? MsosDesc { get; init; }
}

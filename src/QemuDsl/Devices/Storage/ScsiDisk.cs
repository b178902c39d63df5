namespace QemuDsl.Devices;

/// <summary>What disks and CD drives on SCSI have in common.</summary>
public abstract record ScsiDisk : BlockDevice
{
    /// <summary>Channel of its address (<c>channel</c>).</summary>
    public uint? Channel { get; init; }

    /// <summary>Target of its address (<c>scsi-id</c>).</summary>
    public uint? ScsiId { get; init; }

    /// <summary>Unit of its address (<c>lun</c>).</summary>
    public uint? Lun { get; init; }

    /// <summary>Serial number the guest sees (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Vendor the guest sees, at most 8 characters (<c>vendor</c>).</summary>
    public string? Vendor { get; init; }

    /// <summary>Product the guest sees, at most 16 characters (<c>product</c>).</summary>
    public string? Product { get; init; }

    /// <summary>Version the guest sees (<c>ver</c>).</summary>
    public string? Ver { get; init; }

    /// <summary>Device identification page (<c>device_id</c>).</summary>
    [Key("device_id")]
    public string? DeviceId { get; init; }

    /// <summary>World wide name (<c>wwn</c>).</summary>
    public ulong? Wwn { get; init; }

    /// <summary>World wide name of the port (<c>port_wwn</c>).</summary>
    [Key("port_wwn")]
    public ulong? PortWwn { get; init; }

    /// <summary>Number of the port (<c>port_index</c>).</summary>
    [Key("port_index")]
    public ushort? PortIndex { get; init; }

    /// <summary>Version of the standard it claims (<c>scsi_version</c>).</summary>
    [Key("scsi_version")]
    public int? ScsiVersion { get; init; }

    /// <summary>Largest request, in bytes (<c>max_io_size</c>).</summary>
    [Key("max_io_size")]
    public ulong? MaxIoSize { get; init; }

    /// <summary>Granularity of discards (<c>discard_granularity</c>).</summary>
    [Key("discard_granularity")]
    public ByteSize? DiscardGranularity { get; init; }

    /// <summary>What happens on a read error (<c>rerror</c>).</summary>
    [Key("rerror")]
    public BlockdevOnError? RError { get; init; }

    /// <summary>What happens on a write error (<c>werror</c>).</summary>
    [Key("werror")]
    public BlockdevOnError? WError { get; init; }
}

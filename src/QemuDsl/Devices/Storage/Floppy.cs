namespace QemuDsl.Devices;

/// <summary>A floppy drive (<c>-device floppy</c>).</summary>
[Device("floppy", Bus = Bus.Floppy)]
public sealed partial record Floppy
{
    /// <summary>Its medium; empty when unset (<c>drive</c>).</summary>
    public IBlockBackend? Drive { get; init; }

    /// <summary>Kind of drive (<c>drive-type</c>).</summary>
    public FdcDriveType? DriveType { get; init; }

    /// <summary>Logical block size (<c>logical_block_size</c>).</summary>
    [PowerOfTwo]
    [Key("logical_block_size")]
    public ByteSize? LogicalBlockSize { get; init; }

    /// <summary>Physical block size (<c>physical_block_size</c>).</summary>
    [PowerOfTwo]
    [Key("physical_block_size")]
    public ByteSize? PhysicalBlockSize { get; init; }

    /// <summary>Whether the guest sees a volatile write cache (<c>write-cache</c>).</summary>
    public OnOffAuto? WriteCache { get; init; }

    /// <summary>Whether other users may write to the medium too (<c>share-rw</c>).</summary>
    public bool? ShareRw { get; init; }
}

namespace QemuDsl.Objects;

/// <summary>Limits of speed that several disks share (<c>-object throttle-group</c>).</summary>
/// <remarks>The <c>x-</c> keys are QEMU's spelling on the command line; its structured form (<c>limits</c>) is refused there.</remarks>
[QemuObject("throttle-group", IdPrefix = "throttle")]
public sealed partial record ThrottleGroup : IThrottleGroup
{
    /// <summary>Reads and writes in bytes per second (<c>x-bps-total</c>).</summary>
    [Key("x-bps-total")]
    [AtLeast(0)]
    public long? BpsTotal { get; init; }

    /// <summary>Reads and writes in bytes per second during a burst (<c>x-bps-total-max</c>).</summary>
    [Key("x-bps-total-max")]
    [AtLeast(0)]
    public long? BpsTotalMax { get; init; }

    /// <summary>Longest burst of reads and writes in seconds (<c>x-bps-total-max-length</c>).</summary>
    [Key("x-bps-total-max-length")]
    [AtLeast(1)]
    [Requires(nameof(BpsTotalMax))]
    public long? BpsTotalMaxLength { get; init; }

    /// <summary>Reads in bytes per second (<c>x-bps-read</c>).</summary>
    [Key("x-bps-read")]
    [AtLeast(0)]
    public long? BpsRead { get; init; }

    /// <summary>Reads in bytes per second during a burst (<c>x-bps-read-max</c>).</summary>
    [Key("x-bps-read-max")]
    [AtLeast(0)]
    public long? BpsReadMax { get; init; }

    /// <summary>Longest burst of reads in seconds (<c>x-bps-read-max-length</c>).</summary>
    [Key("x-bps-read-max-length")]
    [AtLeast(1)]
    [Requires(nameof(BpsReadMax))]
    public long? BpsReadMaxLength { get; init; }

    /// <summary>Writes in bytes per second (<c>x-bps-write</c>).</summary>
    [Key("x-bps-write")]
    [AtLeast(0)]
    public long? BpsWrite { get; init; }

    /// <summary>Writes in bytes per second during a burst (<c>x-bps-write-max</c>).</summary>
    [Key("x-bps-write-max")]
    [AtLeast(0)]
    public long? BpsWriteMax { get; init; }

    /// <summary>Longest burst of writes in seconds (<c>x-bps-write-max-length</c>).</summary>
    [Key("x-bps-write-max-length")]
    [AtLeast(1)]
    [Requires(nameof(BpsWriteMax))]
    public long? BpsWriteMaxLength { get; init; }

    /// <summary>Reads and writes in operations per second (<c>x-iops-total</c>).</summary>
    [Key("x-iops-total")]
    [AtLeast(0)]
    public long? IopsTotal { get; init; }

    /// <summary>Reads and writes in operations per second during a burst (<c>x-iops-total-max</c>).</summary>
    [Key("x-iops-total-max")]
    [AtLeast(0)]
    public long? IopsTotalMax { get; init; }

    /// <summary>Longest burst of reads and writes in seconds (<c>x-iops-total-max-length</c>).</summary>
    [Key("x-iops-total-max-length")]
    [AtLeast(1)]
    [Requires(nameof(IopsTotalMax))]
    public long? IopsTotalMaxLength { get; init; }

    /// <summary>Reads in operations per second (<c>x-iops-read</c>).</summary>
    [Key("x-iops-read")]
    [AtLeast(0)]
    public long? IopsRead { get; init; }

    /// <summary>Reads in operations per second during a burst (<c>x-iops-read-max</c>).</summary>
    [Key("x-iops-read-max")]
    [AtLeast(0)]
    public long? IopsReadMax { get; init; }

    /// <summary>Longest burst of reads in seconds (<c>x-iops-read-max-length</c>).</summary>
    [Key("x-iops-read-max-length")]
    [AtLeast(1)]
    [Requires(nameof(IopsReadMax))]
    public long? IopsReadMaxLength { get; init; }

    /// <summary>Writes in operations per second (<c>x-iops-write</c>).</summary>
    [Key("x-iops-write")]
    [AtLeast(0)]
    public long? IopsWrite { get; init; }

    /// <summary>Writes in operations per second during a burst (<c>x-iops-write-max</c>).</summary>
    [Key("x-iops-write-max")]
    [AtLeast(0)]
    public long? IopsWriteMax { get; init; }

    /// <summary>Longest burst of writes in seconds (<c>x-iops-write-max-length</c>).</summary>
    [Key("x-iops-write-max-length")]
    [AtLeast(1)]
    [Requires(nameof(IopsWriteMax))]
    public long? IopsWriteMaxLength { get; init; }

    /// <summary>Bytes that count as one operation (<c>x-iops-size</c>).</summary>
    [Key("x-iops-size")]
    [AtLeast(0)]
    public long? IopsSize { get; init; }
}

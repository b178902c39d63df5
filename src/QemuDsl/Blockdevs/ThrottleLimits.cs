namespace QemuDsl.Blockdevs;

/// <summary>Limits of speed (<c>throttling.…</c>).</summary>
[OptionPart]
public sealed partial record ThrottleLimits
{
    /// <summary>Reads and writes in bytes per second (<c>bps-total</c>).</summary>
    [AtLeast(0)]
    public long? BpsTotal { get; init; }

    /// <summary>Reads and writes in bytes per second during a burst (<c>bps-total-max</c>).</summary>
    [AtLeast(0)]
    public long? BpsTotalMax { get; init; }

    /// <summary>Longest burst of reads and writes in seconds (<c>bps-total-max-length</c>).</summary>
    [AtLeast(1)]
    [Requires(nameof(BpsTotalMax))]
    public long? BpsTotalMaxLength { get; init; }

    /// <summary>Reads in bytes per second (<c>bps-read</c>).</summary>
    [AtLeast(0)]
    public long? BpsRead { get; init; }

    /// <summary>Reads in bytes per second during a burst (<c>bps-read-max</c>).</summary>
    [AtLeast(0)]
    public long? BpsReadMax { get; init; }

    /// <summary>Longest burst of reads in seconds (<c>bps-read-max-length</c>).</summary>
    [AtLeast(1)]
    [Requires(nameof(BpsReadMax))]
    public long? BpsReadMaxLength { get; init; }

    /// <summary>Writes in bytes per second (<c>bps-write</c>).</summary>
    [AtLeast(0)]
    public long? BpsWrite { get; init; }

    /// <summary>Writes in bytes per second during a burst (<c>bps-write-max</c>).</summary>
    [AtLeast(0)]
    public long? BpsWriteMax { get; init; }

    /// <summary>Longest burst of writes in seconds (<c>bps-write-max-length</c>).</summary>
    [AtLeast(1)]
    [Requires(nameof(BpsWriteMax))]
    public long? BpsWriteMaxLength { get; init; }

    /// <summary>Reads and writes in operations per second (<c>iops-total</c>).</summary>
    [AtLeast(0)]
    public long? IopsTotal { get; init; }

    /// <summary>Reads and writes in operations per second during a burst (<c>iops-total-max</c>).</summary>
    [AtLeast(0)]
    public long? IopsTotalMax { get; init; }

    /// <summary>Longest burst of reads and writes in seconds (<c>iops-total-max-length</c>).</summary>
    [AtLeast(1)]
    [Requires(nameof(IopsTotalMax))]
    public long? IopsTotalMaxLength { get; init; }

    /// <summary>Reads in operations per second (<c>iops-read</c>).</summary>
    [AtLeast(0)]
    public long? IopsRead { get; init; }

    /// <summary>Reads in operations per second during a burst (<c>iops-read-max</c>).</summary>
    [AtLeast(0)]
    public long? IopsReadMax { get; init; }

    /// <summary>Longest burst of reads in seconds (<c>iops-read-max-length</c>).</summary>
    [AtLeast(1)]
    [Requires(nameof(IopsReadMax))]
    public long? IopsReadMaxLength { get; init; }

    /// <summary>Writes in operations per second (<c>iops-write</c>).</summary>
    [AtLeast(0)]
    public long? IopsWrite { get; init; }

    /// <summary>Writes in operations per second during a burst (<c>iops-write-max</c>).</summary>
    [AtLeast(0)]
    public long? IopsWriteMax { get; init; }

    /// <summary>Longest burst of writes in seconds (<c>iops-write-max-length</c>).</summary>
    [AtLeast(1)]
    [Requires(nameof(IopsWriteMax))]
    public long? IopsWriteMaxLength { get; init; }

    /// <summary>Bytes that count as one operation (<c>iops-size</c>).</summary>
    [AtLeast(0)]
    public long? IopsSize { get; init; }
}

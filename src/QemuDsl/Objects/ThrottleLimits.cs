namespace QemuDsl.Objects;

/// <summary>Limits of I/O; operations and bytes per second.</summary>
[OptionPart]
public sealed partial record ThrottleLimits
{
    /// <summary>Operations (<c>iops-total</c>).</summary>
    [AtLeast(0)]
    public long? IopsTotal { get; init; }

    /// <summary>Operations in a burst (<c>iops-total-max</c>).</summary>
    [AtLeast(0)]
    public long? IopsTotalMax { get; init; }

    /// <summary>Length of that burst, in seconds (<c>iops-total-max-length</c>).</summary>
    [AtLeast(1)]
    public long? IopsTotalMaxLength { get; init; }

    /// <summary>Reads (<c>iops-read</c>).</summary>
    [AtLeast(0)]
    public long? IopsRead { get; init; }

    /// <summary>Reads in a burst (<c>iops-read-max</c>).</summary>
    [AtLeast(0)]
    public long? IopsReadMax { get; init; }

    /// <summary>Length of that burst, in seconds (<c>iops-read-max-length</c>).</summary>
    [AtLeast(1)]
    public long? IopsReadMaxLength { get; init; }

    /// <summary>Writes (<c>iops-write</c>).</summary>
    [AtLeast(0)]
    public long? IopsWrite { get; init; }

    /// <summary>Writes in a burst (<c>iops-write-max</c>).</summary>
    [AtLeast(0)]
    public long? IopsWriteMax { get; init; }

    /// <summary>Length of that burst, in seconds (<c>iops-write-max-length</c>).</summary>
    [AtLeast(1)]
    public long? IopsWriteMaxLength { get; init; }

    /// <summary>Size of an operation, in bytes; a larger one counts as several (<c>iops-size</c>).</summary>
    [AtLeast(0)]
    public long? IopsSize { get; init; }

    /// <summary>Bytes (<c>bps-total</c>).</summary>
    [AtLeast(0)]
    public long? BpsTotal { get; init; }

    /// <summary>Bytes in a burst (<c>bps-total-max</c>).</summary>
    [AtLeast(0)]
    public long? BpsTotalMax { get; init; }

    /// <summary>Length of that burst, in seconds (<c>bps-total-max-length</c>).</summary>
    [AtLeast(1)]
    public long? BpsTotalMaxLength { get; init; }

    /// <summary>Bytes read (<c>bps-read</c>).</summary>
    [AtLeast(0)]
    public long? BpsRead { get; init; }

    /// <summary>Bytes read in a burst (<c>bps-read-max</c>).</summary>
    [AtLeast(0)]
    public long? BpsReadMax { get; init; }

    /// <summary>Length of that burst, in seconds (<c>bps-read-max-length</c>).</summary>
    [AtLeast(1)]
    public long? BpsReadMaxLength { get; init; }

    /// <summary>Bytes written (<c>bps-write</c>).</summary>
    [AtLeast(0)]
    public long? BpsWrite { get; init; }

    /// <summary>Bytes written in a burst (<c>bps-write-max</c>).</summary>
    [AtLeast(0)]
    public long? BpsWriteMax { get; init; }

    /// <summary>Length of that burst, in seconds (<c>bps-write-max-length</c>).</summary>
    [AtLeast(1)]
    public long? BpsWriteMaxLength { get; init; }
}

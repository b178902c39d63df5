namespace QemuDsl.Blockdevs;

/// <summary>A disk that forgets what is written, for measuring (<c>-blockdev driver=null-co</c>).</summary>
[Blockdev("null-co")]
public sealed partial record NullCoBlockdev : CommonBlockdev
{
    /// <summary>Its size in bytes (<c>size</c>).</summary>
    [AtLeast(0)]
    public ByteSize? Size { get; init; }

    /// <summary>How long a request takes, in nanoseconds (<c>latency-ns</c>).</summary>
    [AtLeast(0)]
    public long? LatencyNs { get; init; }

    /// <summary>Whether reads give zeroes; off leaves the buffer as it was (<c>read-zeroes</c>).</summary>
    public bool? ReadZeroes { get; init; }
}

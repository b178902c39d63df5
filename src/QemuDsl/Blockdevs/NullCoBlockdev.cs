namespace QemuDsl.Blockdevs;

/// <summary>A node that holds nothing (<c>-blockdev driver=null-co</c>).</summary>
[Blockdev("null-co")]
public sealed partial record NullCoBlockdev : BlockNode
{
    /// <summary>Its size (<c>size</c>).</summary>
    public ByteSize? Size { get; init; }

    /// <summary>How long a request takes, in nanoseconds (<c>latency-ns</c>).</summary>
    public ulong? LatencyNs { get; init; }

    /// <summary>Whether reading gives zeroes; otherwise anything (<c>read-zeroes</c>).</summary>
    public bool? ReadZeroes { get; init; }
}

namespace QemuDsl.Blockdevs;

/// <summary>What all nodes of the block graph have in common.</summary>
public abstract record BlockNode
{
    /// <summary>How the host caches it (<c>cache</c>).</summary>
    public BlockdevCache? Cache { get; init; }

    /// <summary>Whether discards are passed on (<c>discard</c>).</summary>
    public BlockdevDiscard? Discard { get; init; }

    /// <summary>Whether it is only read (<c>read-only</c>).</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>Whether it is only read when it cannot be written (<c>auto-read-only</c>).</summary>
    public bool? AutoReadOnly { get; init; }

    /// <summary>Whether others may write to it; only with read-only nodes (<c>force-share</c>).</summary>
    public bool? ForceShare { get; init; }

    /// <summary>Whether zeroes are written the quick way (<c>detect-zeroes</c>).</summary>
    public BlockdevDetectZeroes? DetectZeroes { get; init; }
}

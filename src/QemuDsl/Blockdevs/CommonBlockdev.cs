namespace QemuDsl.Blockdevs;

/// <summary>What every node of the block graph has.</summary>
public abstract record CommonBlockdev
{
    /// <summary>Whether writes are refused (<c>read-only</c>).</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>Whether it falls back to read-only when it cannot be opened for writing (<c>auto-read-only</c>).</summary>
    public bool? AutoReadOnly { get; init; }

    /// <summary>How the host caches it (<c>cache</c>).</summary>
    public BlockdevCache? Cache { get; init; }

    /// <summary>What a discard of the guest does (<c>discard</c>).</summary>
    public BlockdevDiscard? Discard { get; init; }

    /// <summary>Whether written zeroes become holes (<c>detect-zeroes</c>).</summary>
    public BlockdevDetectZeroes? DetectZeroes { get; init; }

    /// <summary>Whether other processes may write at the same time; needs read-only (<c>force-share</c>).</summary>
    public bool? ForceShare { get; init; }

    /// <summary>Whether it is active from the start (<c>active</c>).</summary>
    [Since("10.0")]
    public bool? Active { get; init; }
}

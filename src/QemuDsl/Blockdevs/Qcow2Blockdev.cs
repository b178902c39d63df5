namespace QemuDsl.Blockdevs;

/// <summary>A qcow2 image (<c>-blockdev driver=qcow2</c>).</summary>
[Blockdev("qcow2")]
public sealed partial record Qcow2Blockdev : CommonBlockdev
{
    /// <summary>The node the image is in (<c>file</c>).</summary>
    public required IBlockNode File { get; init; }

    /// <summary>The node of the backing file; the image names one when unset (<c>backing</c>).</summary>
    public IBlockNode? Backing { get; init; }

    /// <summary>The node of the external data file (<c>data-file</c>).</summary>
    public IBlockNode? DataFile { get; init; }

    /// <summary>Whether reference counts are written late (<c>lazy-refcounts</c>).</summary>
    public bool? LazyRefcounts { get; init; }

    /// <summary>Whether discards of the guest reach the file (<c>pass-discard-request</c>).</summary>
    public bool? PassDiscardRequest { get; init; }

    /// <summary>Whether deleting a snapshot discards in the file (<c>pass-discard-snapshot</c>).</summary>
    public bool? PassDiscardSnapshot { get; init; }

    /// <summary>Whether other freed clusters are discarded in the file (<c>pass-discard-other</c>).</summary>
    public bool? PassDiscardOther { get; init; }

    /// <summary>Whether a discarded cluster keeps its place (<c>discard-no-unref</c>).</summary>
    [Since("8.1")]
    public bool? DiscardNoUnref { get; init; }

    /// <summary>Which writes are checked against metadata (<c>overlap-check</c>).</summary>
    public Qcow2OverlapCheck? OverlapCheck { get; init; }

    /// <summary>Memory for both metadata caches (<c>cache-size</c>).</summary>
    [AtLeast(0)]
    public ByteSize? CacheSize { get; init; }

    /// <summary>Memory for the cache of L2 tables (<c>l2-cache-size</c>).</summary>
    [AtLeast(0)]
    public ByteSize? L2CacheSize { get; init; }

    /// <summary>Size of one entry of that cache (<c>l2-cache-entry-size</c>).</summary>
    [PowerOfTwo]
    public ByteSize? L2CacheEntrySize { get; init; }

    /// <summary>Memory for the cache of reference counts (<c>refcount-cache-size</c>).</summary>
    [AtLeast(0)]
    public ByteSize? RefcountCacheSize { get; init; }

    /// <summary>Seconds after which unused cache entries go; 0 keeps them (<c>cache-clean-interval</c>).</summary>
    [AtLeast(0)]
    public int? CacheCleanInterval { get; init; }

    /// <summary>How an encrypted image is opened (<c>encrypt</c>).</summary>
    public Qcow2Encryption? Encrypt { get; init; }
}

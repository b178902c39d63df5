namespace QemuDsl.Blockdevs;

/// <summary>A QCOW2 image (<c>-blockdev driver=qcow2</c>).</summary>
[Blockdev("qcow2")]
public sealed partial record Qcow2Blockdev : BlockNode
{
    /// <summary>Where it is (<c>file</c>).</summary>
    public required IBlockNode File { get; init; }

    /// <summary>Image it builds on; the one it names itself when unset (<c>backing</c>).</summary>
    public IBlockNode? Backing { get; init; }

    /// <summary>Where its data is, when apart (<c>data-file</c>).</summary>
    public IBlockNode? DataFile { get; init; }

    /// <summary>Whether reference counts are written late (<c>lazy-refcounts</c>).</summary>
    public bool? LazyRefcounts { get; init; }

    /// <summary>Whether discards of the guest are passed on (<c>pass-discard-request</c>).</summary>
    public bool? PassDiscardRequest { get; init; }

    /// <summary>Whether discards of snapshots are passed on (<c>pass-discard-snapshot</c>).</summary>
    public bool? PassDiscardSnapshot { get; init; }

    /// <summary>Whether other discards are passed on (<c>pass-discard-other</c>).</summary>
    public bool? PassDiscardOther { get; init; }

    /// <summary>How much writes are checked (<c>overlap-check</c>).</summary>
    public Qcow2OverlapCheck? OverlapCheck { get; init; }

    /// <summary>Size of both caches (<c>cache-size</c>).</summary>
    public ByteSize? CacheSize { get; init; }

    /// <summary>Size of the cache of tables (<c>l2-cache-size</c>).</summary>
    public ByteSize? L2CacheSize { get; init; }

    /// <summary>Size of its entries (<c>l2-cache-entry-size</c>).</summary>
    [PowerOfTwo]
    public ByteSize? L2CacheEntrySize { get; init; }

    /// <summary>Size of the cache of reference counts (<c>refcount-cache-size</c>).</summary>
    public ByteSize? RefcountCacheSize { get; init; }

    /// <summary>Seconds until unused entries go (<c>cache-clean-interval</c>).</summary>
    public uint? CacheCleanInterval { get; init; }

    /// <summary>Whether discarded clusters are kept for use again (<c>discard-no-unref</c>).</summary>
    [Since("8.1")]
    public bool? DiscardNoUnref { get; init; }
}

namespace QemuDsl.Objects;

/// <summary>What all memory of guests has in common.</summary>
public abstract record MemoryBackend
{
    /// <summary>How much (<c>size</c>).</summary>
    [AtLeast(1)]
    public required ByteSize Size { get; init; }

    /// <summary>Whether other processes can see it, as vhost-user needs (<c>share</c>).</summary>
    public bool? Share { get; init; }

    /// <summary>Whether it is allocated at the start (<c>prealloc</c>).</summary>
    public bool? Prealloc { get; init; }

    /// <summary>Threads that allocate it (<c>prealloc-threads</c>).</summary>
    [AtLeast(1)]
    public uint? PreallocThreads { get; init; }

    /// <summary>NUMA nodes of the host it comes from (<c>host-nodes</c>).</summary>
    [Requires(nameof(Policy))]
    public CpuSet? HostNodes { get; init; }

    /// <summary>How those nodes are used (<c>policy</c>).</summary>
    public HostMemPolicy? Policy { get; init; }

    /// <summary>Whether equal pages are merged (<c>merge</c>).</summary>
    public bool? Merge { get; init; }

    /// <summary>Whether a core dump of QEMU holds it (<c>dump</c>).</summary>
    public bool? Dump { get; init; }

    /// <summary>Whether swap is reserved for it (<c>reserve</c>).</summary>
    public bool? Reserve { get; init; }
}

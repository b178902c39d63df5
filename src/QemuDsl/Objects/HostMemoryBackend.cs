namespace QemuDsl.Objects;

/// <summary>What all memory of the guest has.</summary>
public abstract record HostMemoryBackend
{
    /// <summary>How much (<c>size</c>).</summary>
    [AtLeast(1)]
    public required ByteSize Size { get; init; }

    /// <summary>Whether other processes can map it, as vhost-user needs (<c>share</c>).</summary>
    public bool? Share { get; init; }

    /// <summary>Whether it is taken from the host before the guest starts (<c>prealloc</c>).</summary>
    public bool? Prealloc { get; init; }

    /// <summary>Threads that take it (<c>prealloc-threads</c>).</summary>
    [AtLeast(1)]
    [Requires(nameof(Prealloc))]
    public int? PreallocThreads { get; init; }

    /// <summary>Id of the thread-context object those threads run in (<c>prealloc-context</c>).</summary>
    [Requires(nameof(Prealloc))]
    public QemuId? PreallocContext { get; init; }

    /// <summary>NUMA nodes of the host it comes from (<c>host-nodes</c>).</summary>
    [Requires(nameof(Policy))]
    public CpuSet? HostNodes { get; init; }

    /// <summary>How strictly those nodes are meant (<c>policy</c>).</summary>
    public HostMemoryPolicy? Policy { get; init; }

    /// <summary>Whether the host may merge equal pages (KSM) (<c>merge</c>).</summary>
    public bool? Merge { get; init; }

    /// <summary>Whether it is part of a core dump (<c>dump</c>).</summary>
    public bool? Dump { get; init; }

    /// <summary>Whether the host sets swap space or huge pages aside (<c>reserve</c>).</summary>
    public bool? Reserve { get; init; }
}

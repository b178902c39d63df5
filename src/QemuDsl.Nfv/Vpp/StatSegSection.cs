namespace QemuDsl.Nfv;

/// <summary>The shared memory of VPP's counters (<c>statseg</c>).</summary>
[Section("statseg")]
public sealed partial record StatSegSection
{
    /// <summary>The socket where VPP's packages expect it; means nothing to newer ones (<c>default</c>).</summary>
    public bool Default { get; init; }

    /// <summary>Path of the socket readers connect to (<c>socket-name</c>).</summary>
    [SocketPath]
    public string? SocketName { get; init; }

    /// <summary>Size of the memory (<c>size</c>).</summary>
    [AtLeast(1)]
    public ByteSize? Size { get; init; }

    /// <summary>Pages it is made of (<c>page-size</c>).</summary>
    [PowerOfTwo]
    public ByteSize? PageSize { get; init; }

    /// <summary>Whether each node of the graph has counters of its own (<c>per-node-counters</c>).</summary>
    public bool? PerNodeCounters { get; init; }

    /// <summary>Seconds between two updates (<c>update-interval</c>).</summary>
    [AtLeast(1)]
    public int? UpdateInterval { get; init; }
}

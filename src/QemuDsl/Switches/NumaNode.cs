namespace QemuDsl.Switches;

/// <summary>A NUMA node (<c>-numa node</c>).</summary>
[Switch("-numa", "node", Repeatable = true)]
public sealed partial record NumaNode
{
    /// <summary>Number of the node (<c>nodeid</c>).</summary>
    public uint? Nodeid { get; init; }

    /// <summary>Virtual CPUs that belong to it (<c>cpus</c>).</summary>
    public CpuSet? Cpus { get; init; }

    /// <summary>Its memory (<c>memdev</c>).</summary>
    public IMemoryBackend? Memdev { get; init; }

    /// <summary>Node whose CPUs reach its memory best (<c>initiator</c>).</summary>
    public uint? Initiator { get; init; }
}

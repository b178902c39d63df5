namespace QemuDsl.Switches;

/// <summary>A NUMA node of the guest (<c>-numa node</c>).</summary>
[Switch("-numa", "node", Repeatable = true)]
public sealed partial record NumaNode
{
    /// <summary>Its number (<c>nodeid</c>).</summary>
    [Key("nodeid")]
    [Range(0, 127)]
    public int? NodeId { get; init; }

    /// <summary>Its CPUs (<c>cpus</c>).</summary>
    public CpuSet? Cpus { get; init; }

    /// <summary>Its memory (<c>memdev</c>); all nodes together are as large as <c>-m</c> says.</summary>
    [Key("memdev")]
    public IMemoryBackend? MemDev { get; init; }

    /// <summary>The node whose CPUs reach its memory best (<c>initiator</c>).</summary>
    [Range(0, 127)]
    public int? Initiator { get; init; }
}

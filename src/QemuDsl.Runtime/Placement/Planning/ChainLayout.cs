namespace QemuDsl.Runtime;

/// <summary>
/// Chains of VMs that are to get CPUs of a host. Each VM gets one CPU for its main thread and one or more cores for its data threads.
/// </summary>
public sealed record ChainLayout
{
    /// <summary>How many chains.</summary>
    public int Chains { get; init; } = 1;

    /// <summary>How many VMs in each chain.</summary>
    public int VmsPerChain { get; init; } = 1;

    /// <summary>
    /// Cores left alone at the beginning of a node: for the system, and for the main and data threads of a virtual switch.
    /// </summary>
    public int SkipCores { get; init; } = 2;

    /// <summary>Cores for the data threads of a VM.</summary>
    public int DataCores { get; init; } = 1;

    /// <summary>How much of those cores it takes.</summary>
    public CoreUse DataUse { get; init; }

    /// <summary>How many VMs share a core for their main threads, each on a thread of its own as long as there are some.</summary>
    public int VmsPerMainCore { get; init; } = 2;

    /// <summary>
    /// How many VMs share the cores for their data threads; 1 for none. Under <see cref="CoreUse.OneThread"/> each takes another thread as
    /// long as there are some.
    /// </summary>
    public int VmsPerDataCores { get; init; } = 1;

    /// <summary>The NUMA node all CPUs come from; the first with room when null.</summary>
    public int? Node { get; init; }

    /// <summary>Whether the cores of all nodes count as one row when no node is named.</summary>
    public bool SpanNodes { get; init; }

    /// <summary>Whether the second thread of a core is used; without, it stays idle.</summary>
    public bool UseSmt { get; init; } = true;

    /// <summary>Whether only CPUs are taken that the kernel keeps other work away from (<c>isolcpus=</c>).</summary>
    public bool IsolatedOnly { get; init; }
}

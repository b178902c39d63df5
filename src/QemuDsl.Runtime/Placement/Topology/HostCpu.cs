namespace QemuDsl.Runtime;

/// <summary>An online CPU of a host: one hardware thread.</summary>
/// <param name="Number">Its number, as <c>taskset</c> takes it.</param>
/// <param name="Node">Its NUMA node; 0 on a host without NUMA.</param>
/// <param name="Socket">Its physical package.</param>
/// <param name="Siblings">The online threads of its core, itself among them.</param>
public sealed record HostCpu(int Number, int Node, int Socket, CpuSet Siblings)
{
    /// <summary>Whether processes may be pinned to it: it is in the cpuset of what is started there.</summary>
    public bool IsAllowed { get; init; } = true;

    /// <summary>Whether the kernel keeps other work away from it (<c>isolcpus=</c>, an isolated cpuset partition).</summary>
    public bool IsIsolated { get; init; }
}

using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Where a network function is in its chain, and what follows from that.</summary>
/// <param name="Chain">Its chain, from 1.</param>
/// <param name="Node">Its place in the chain, from 1.</param>
/// <param name="Id">Its number among all VMs of the host.</param>
public sealed record VnfPlace(int Chain, int Node, VnfId Id)
{
    /// <summary>Its CPUs; null when nothing is pinned.</summary>
    public VmCpus? Cpus { get; init; }

    /// <summary>The NUMA nodes its memory must come from; null when nothing is pinned, or the host has one node only.</summary>
    public CpuSet? MemoryNodes { get; init; }

    /// <summary>The socket of its interface to the left.</summary>
    public required string LeftSocket { get; init; }

    /// <summary>The socket of its interface to the right.</summary>
    public required string RightSocket { get; init; }

    /// <summary>Hardware address of its neighbour to the left; null where nobody said what is at the end of a chain.</summary>
    public MacAddress? LeftPeer { get; init; }

    /// <summary>Hardware address of its neighbour to the right; null where nobody said what is at the end of a chain.</summary>
    public MacAddress? RightPeer { get; init; }

    /// <summary>Both neighbours.</summary>
    /// <exception cref="InvalidOperationException">It is at the end of a chain, and nobody said what is there.</exception>
    public OptionList<MacAddress> Peers => LeftPeer is { } left && RightPeer is { } right
        ? [left, right]
        : throw new InvalidOperationException(
            $"VM {Id} is at an end of chain {Chain}, and its neighbour is not known. Set {nameof(VnfChains)}.{nameof(VnfChains.LeftEnd)} and {nameof(VnfChains.RightEnd)}, or {nameof(VnfChains.SwitchPorts)}.");

    /// <summary>The usual VM of this place: its number, its CPUs with memory of their nodes, its two vhost-user interfaces, and 4 GiB with 1 GiB of huge pages for the guest.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="workload">What it runs.</param>
    /// <param name="change">Changes what both interfaces have; null leaves it.</param>
    public VnfVm ToVm(KernelFiles kernel, Workload workload, Func<VhostUserInterface, VhostUserInterface>? change = null) => new()
    {
        Kernel = kernel,
        Workload = workload,
        Id = Id,
        Cpus = Cpus?.VCpus ?? 2,
        Memory = 4.GiB(),
        MemoryNodes = MemoryNodes,
        GuestHugePages = 1.GiB(),
        Interfaces = [Interface(LeftSocket, change), Interface(RightSocket, change)],
    };

    private static VhostUserInterface Interface(string socket, Func<VhostUserInterface, VhostUserInterface>? change)
    {
        var usual = new VhostUserInterface(socket);
        return change?.Invoke(usual) ?? usual;
    }
}

using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Chains of network functions behind one virtual switch: every VM has an interface to the left and one to the right.</summary>
public sealed record VnfChains
{
    /// <summary>How many chains there are on each host.</summary>
    public int Chains { get; init; } = 1;

    /// <summary>How many VMs a chain has.</summary>
    public int VmsPerChain { get; init; } = 1;

    /// <summary>Makes the VM of a place; <see cref="VnfPlace.ToVm"/> makes the usual one.</summary>
    public required Func<VnfPlace, VnfVm> Vm { get; init; }

    /// <summary>
    /// How the CPUs of each host are divided; its chains and VMs are those of this record. Nothing is pinned when null.
    /// </summary>
    public ChainLayout? Cpus { get; init; }

    /// <summary>Directory of the sockets of the switch: <c>sock-ID-1</c> and <c>sock-ID-2</c>.</summary>
    public string SocketDirectory { get; init; } = "/run/vpp";

    /// <summary>Hardware address of what is to the left of every chain, such as a port of a traffic generator.</summary>
    public MacAddress? LeftEnd { get; init; }

    /// <summary>Hardware address of what is to the right of every chain.</summary>
    public MacAddress? RightEnd { get; init; }

    /// <summary>How a VM is started; placement and name are set here.</summary>
    public VmOptions Options { get; init; } = new();

    /// <summary>How many VMs of all are started at a time.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>The places of all VMs of a host, chain by chain.</summary>
    /// <param name="plan">The CPUs; null when nothing is pinned.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no chain, no VM, or there are more than 255.</exception>
    public IReadOnlyList<VnfPlace> Places(PlacementPlan? plan = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Chains, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(VmsPerChain, 1);
        return
        [
            .. from chain in Enumerable.Range(1, Chains)
               from node in Enumerable.Range(1, VmsPerChain)
               select Place(chain, node, plan?.For(chain, node)),
        ];
    }

    private VnfPlace Place(int chain, int node, VmCpus? cpus)
    {
        VnfId id = ((chain - 1) * VmsPerChain) + node;
        return new VnfPlace(chain, node, id)
        {
            Cpus = cpus,
            LeftSocket = $"{SocketDirectory}/sock-{id}-1",
            RightSocket = $"{SocketDirectory}/sock-{id}-2",
            LeftPeer = node == 1 ? LeftEnd : new VnfId(id.Value - 1).Mac(2),
            RightPeer = node == VmsPerChain ? RightEnd : new VnfId(id.Value + 1).Mac(1),
        };
    }
}

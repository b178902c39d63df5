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

    /// <summary>
    /// Hardware addresses of the switch's ports, two for each VM in their order: for a switch that takes only what is addressed to it, so that the VMs of
    /// a chain are not each other's neighbours. None: what is next in the chain is the neighbour.
    /// </summary>
    public OptionList<MacAddress> SwitchPorts { get; init; } = [];

    /// <summary>How a VM is started. The placement is set here; a name is put before the name of each VM, as in <c>NAME-vnf1</c>.</summary>
    public VmOptions Options { get; init; } = new();

    /// <summary>How many VMs of all are started at a time.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>The places of all VMs of a host, chain by chain.</summary>
    /// <param name="plan">The CPUs; null when nothing is pinned.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no chain, no VM, or there are more than 255.</exception>
    /// <exception cref="ArgumentException"><see cref="SwitchPorts"/> has some, and not two for each VM.</exception>
    public IReadOnlyList<VnfPlace> Places(PlacementPlan? plan = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Chains, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(VmsPerChain, 1);
        if (SwitchPorts.Count > 0 && SwitchPorts.Count != 2 * Chains * VmsPerChain)
        {
            throw new ArgumentException($"{nameof(SwitchPorts)} has {SwitchPorts.Count} addresses for {Chains * VmsPerChain} VMs. Give two for each, or none.");
        }

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
            MemoryNodes = cpus?.Nodes,
            LeftSocket = $"{SocketDirectory}/sock-{id}-1",
            RightSocket = $"{SocketDirectory}/sock-{id}-2",
            LeftPeer = Port(id, 1) ?? (node == 1 ? LeftEnd : new VnfId(id.Value - 1).Mac(2)),
            RightPeer = Port(id, 2) ?? (node == VmsPerChain ? RightEnd : new VnfId(id.Value + 1).Mac(1)),
        };
    }

    private MacAddress? Port(VnfId id, int side) => SwitchPorts.Count == 0 ? default(MacAddress?) : SwitchPorts[(2 * (id.Value - 1)) + side - 1];
}

namespace QemuDsl.Runtime;

/// <summary>Which CPUs of a host the VMs of some chains get.</summary>
/// <param name="Host">The host's name.</param>
/// <param name="Layout">What was asked.</param>
/// <param name="Skipped">The CPUs left alone (<see cref="ChainLayout.SkipCores"/>).</param>
/// <param name="Vms">The VMs, chain by chain.</param>
public sealed record PlacementPlan(string Host, ChainLayout Layout, CpuSet Skipped, OptionList<VmCpus> Vms)
{
    /// <summary>Plans the CPUs of chains of VMs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the layout is negative, or zero where one is needed.</exception>
    /// <exception cref="HostException">The host has not enough cores; the message tells how many are missing and what would
    /// help.</exception>
    public static PlacementPlan Make(HostTopology topology, ChainLayout layout)
    {
        Check(layout);
        var demand = CoreDemand.Of(layout);
        var pool = CorePool.Choose(topology, layout, demand);
        return new PlacementPlan(
            topology.Host,
            layout,
            CpuSet.Of(pool.Cores.Take(layout.SkipCores).SelectMany(static core => core.Threads)),
            [.. Enumerable.Range(0, (int)demand.Vms).Select(index => Vm(index, layout, demand, pool))]);
    }

    /// <summary>The CPUs of a VM.</summary>
    /// <param name="chain">Its chain, from 1.</param>
    /// <param name="vm">Its place in the chain, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such VM in the layout.</exception>
    public VmCpus For(int chain, int vm)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chain, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chain, Layout.Chains);
        ArgumentOutOfRangeException.ThrowIfLessThan(vm, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vm, Layout.VmsPerChain);
        return Vms[((chain - 1) * Layout.VmsPerChain) + vm - 1];
    }

    private static void Check(ChainLayout layout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layout.Chains, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(layout.VmsPerChain, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(layout.SkipCores);
        ArgumentOutOfRangeException.ThrowIfLessThan(layout.DataCores, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(layout.VmsPerMainCore, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(layout.VmsPerDataCores, 1);
    }

    // VMs go round the main cores and the groups of data cores; each round takes the next thread of a core.
    private static VmCpus Vm(int index, ChainLayout layout, CoreDemand demand, CorePool pool)
    {
        var (mainRound, mainSlot) = Math.DivRem(index, (int)demand.Main);
        var (dataRound, dataSlot) = Math.DivRem(index, (int)demand.DataGroups);
        var main = pool.Cores[layout.SkipCores + mainSlot];
        var data = pool.Cores.Skip(layout.SkipCores + (int)demand.Main + (dataSlot * layout.DataCores)).Take(layout.DataCores).ToList();
        var threads = layout.DataUse == CoreUse.OneThread ? [dataRound % pool.Width] : Enumerable.Range(0, pool.Width);
        return new VmCpus(
            (index / layout.VmsPerChain) + 1,
            (index % layout.VmsPerChain) + 1,
            main.Threads[mainRound % pool.Width],
            [.. threads.SelectMany(thread => data.Select(core => core.Threads[thread]))],
            CpuSet.Of([main.Node, .. data.Select(static core => core.Node)]));
    }
}

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>CSIT's <c>CpuUtils.cpu_slice_of_list_for_nf</c>, as it is there: lists, offsets and laps.</summary>
internal static class Original
{
    /// <summary>The main CPU and the data CPUs of a VM; null where it raises an error.</summary>
    public static IReadOnlyList<int>? Affinity(HostTopology host, ChainLayout layout, int chain, int vm)
    {
        // As lscpu lists them: the first thread of every core, then the second ones.
        int[] cpus = [.. host.Cpus.Where(cpu => cpu.Node == layout.Node).Select(static cpu => cpu.Number)];
        var smt = host.ThreadsPerCore == 2;
        var isWhole = layout.DataUse == CoreUse.WholeCore;
        var sibling = smt ? cpus.Length / 2 : 0;
        var vms = layout.Chains * layout.VmsPerChain;
        var mains = (vms + layout.VmsPerMainCore - 1) / layout.VmsPerMainCore;
        var datas = (vms + layout.VmsPerDataCores - 1) / layout.VmsPerDataCores;
        if ((!smt && !isWhole) || layout.SkipCores + mains + datas > (smt ? sibling : cpus.Length))
        {
            return null;
        }

        var offset = vm - 1 + ((chain - 1) * layout.VmsPerChain);
        var main = layout.SkipCores + (offset % mains) + (offset / mains % 2 * sibling);
        var data = layout.SkipCores + mains + (offset % datas);
        return (smt, isWhole) switch
        {
            (true, true) => [cpus[main], cpus[data], cpus[data + sibling]],
            (true, false) => [cpus[main], cpus[data + (offset / datas % 2 * sibling)]],
            _ => [cpus[main], cpus[data]],
        };
    }
}

namespace QemuDsl.Runtime;

/// <summary>The cores a plan is made of: all of the same width, in the order of their numbers.</summary>
internal sealed record CorePool(IReadOnlyList<PhysicalCore> Cores, int Width)
{
    /// <summary>The node that was asked for, the first with room, or all of them in a row.</summary>
    public static CorePool Choose(HostTopology topology, ChainLayout layout, CoreDemand demand)
    {
        var usable = Usable(topology, layout, layout.UseSmt ? int.MaxValue : 1);
        var width = usable.Select(static core => core.Threads.Count).DefaultIfEmpty(1).Max();
        if (layout.DataUse == CoreUse.OneThread && width == 1)
        {
            throw new HostException(topology.Host, "CoreUse.OneThread shares the threads of a core, and no core has two that may be used. "
                + "Turn SMT on (echo on > /sys/devices/system/cpu/smt/control) and set UseSmt, or take CoreUse.WholeCore.");
        }

        // A core with a thread that is off or forbidden would give its VM fewer vCPUs than the others get.
        var full = usable.Where(core => core.Threads.Count == width).ToList();
        var rows = Rows(topology, layout, full);
        return rows.FirstOrDefault(row => row.Cores.Count >= demand.Cores) is { } found
            ? new CorePool(found.Cores, width)
            : throw Shortfall(topology, layout, demand, rows, usable.Count - full.Count);
    }

    private static List<PhysicalCore> Usable(HostTopology topology, ChainLayout layout, int threads) =>
    [
        .. topology.Cpus
            .Where(cpu => cpu.IsAllowed && (cpu.IsIsolated || !layout.IsolatedOnly))
            .GroupBy(static cpu => cpu.Siblings)
            .Select(core => new PhysicalCore(core.First().Node, [.. core.Select(static cpu => cpu.Number).Order().Take(threads)]))
            .OrderBy(static core => core.Threads[0]),
    ];

    private static List<Row> Rows(HostTopology topology, ChainLayout layout, List<PhysicalCore> cores) =>
        layout is { SpanNodes: true, Node: null }
            ? [new Row("it", [.. cores.OrderBy(static core => core.Node).ThenBy(static core => core.Threads[0])])]
            : [.. topology.Nodes.Numbers()
                .Where(node => layout.Node is null || layout.Node == node)
                .Select(node => new Row($"node {node}", [.. cores.Where(core => core.Node == node)]))];

    private static HostException Shortfall(
        HostTopology topology, ChainLayout layout, CoreDemand demand, List<Row> rows, int partial)
    {
        if (rows.Count == 0)
        {
            return new HostException(
                topology.Host, $"it has no node {layout.Node} with CPUs. Set ChainLayout.Node to one of {topology.Nodes}.");
        }

        var missing = demand.Cores - rows.Max(static row => row.Cores.Count);
        var room = string.Join(", ", rows.Select(static row => $"{row.Name} has {row.Cores.Count}"));
        var also = (layout.IsolatedOnly ? " Only isolated CPUs were asked for." : "")
            + (partial > 0 ? $" {partial} more have a thread that is off or not in the cpuset: switch it on, or set UseSmt to false." : "")
            + (topology.Cpus.Any(static cpu => !cpu.IsAllowed) ? $" The cpuset is {topology.Allowed}: widening it gives more." : "");
        var span = rows.Count > 1 ? ", or set SpanNodes" : "";
        return new HostException(
            topology.Host,
            $"the plan needs {demand}; {room}: {missing} missing.{also} Take fewer VMs, lower SkipCores or DataCores, "
            + $"raise VmsPerMainCore or VmsPerDataCores{span}.");
    }

    private sealed record Row(string Name, IReadOnlyList<PhysicalCore> Cores);
}

namespace QemuDsl.Runtime;

/// <summary>
/// Chooses CPUs for a VM that wants its own: on one NUMA node where that is possible, and whole cores before halves of others'.
/// </summary>
internal static class CpuChooser
{
    /// <summary>That many CPUs that are not taken; null when there are fewer.</summary>
    public static CpuSet? Choose(HostTopology topology, CpuSet taken, int count)
    {
        var free = topology.Cpus.Where(cpu => cpu.IsAllowed && !taken.Contains(cpu.Number)).ToList();
        if (free.Count < count)
        {
            return null;
        }

        // The node that is left with the least: others keep room for VMs that need more.
        var node = free.GroupBy(static cpu => cpu.Node).Where(group => group.Count() >= count)
            .OrderBy(static group => group.Count()).ThenBy(static group => group.Key).FirstOrDefault();
        return CpuSet.Of((node ?? free.AsEnumerable())
            .OrderBy(cpu => node is null ? cpu.Node : 0)
            .ThenBy(cpu => cpu.Siblings.Numbers().Any(number => taken.Contains(number)))
            .ThenBy(static cpu => cpu.Siblings.Numbers().First())
            .ThenBy(static cpu => cpu.Number)
            .Take(count)
            .Select(static cpu => cpu.Number));
    }
}

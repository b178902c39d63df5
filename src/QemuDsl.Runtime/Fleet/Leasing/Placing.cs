namespace QemuDsl.Runtime;

/// <summary>Finds hosts for a group: the greatest first, each where most CPUs are free.</summary>
internal static class Placing
{
    /// <summary>
    /// Whether hosts on which nothing runs would have places for the group. Found in the same way as later in earnest, so that a group
    /// which was let into the queue is served at the latest when everybody else has gone.
    /// </summary>
    public static bool IsPossible(IReadOnlyList<FleetHost> hosts, IReadOnlyList<VmResources> group) =>
        Take([.. hosts.Select(static host => new HostPool(host))], group) is not null;

    /// <summary>Takes places for all of a group, in its order; null, and nothing taken, when one has none.</summary>
    public static Place[]? Take(List<HostPool> pools, IReadOnlyList<VmResources> group)
    {
        var places = new Place?[group.Count];
        foreach (var index in Enumerable.Range(0, group.Count)
            .OrderByDescending(index => group[index].Cpus).ThenByDescending(index => group[index].Memory.Bytes))
        {
            places[index] = TakeOne(pools, group[index]);
            if (places[index] is null)
            {
                GiveBack(places, group);
                return null;
            }
        }

        return places!;
    }

    private static Place? TakeOne(List<HostPool> pools, VmResources resources)
    {
        foreach (var pool in pools.OrderByDescending(static pool => pool.FreeCpus))
        {
            if (pool.TryTake(resources, out var cpus))
            {
                return new Place(pool, cpus);
            }
        }

        return null;
    }

    private static void GiveBack(Place?[] places, IReadOnlyList<VmResources> group)
    {
        for (var index = 0; index < places.Length; index++)
        {
            places[index]?.Pool.GiveBack(group[index], places[index]!.Cpus);
        }
    }

    internal sealed record Place(HostPool Pool, CpuSet? Cpus);
}

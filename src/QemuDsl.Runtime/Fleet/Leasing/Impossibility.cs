namespace QemuDsl.Runtime;

/// <summary>Says why a fleet could never have places for a group.</summary>
internal static class Impossibility
{
    public static string Of(IReadOnlyList<FleetHost> hosts, IReadOnlyList<VmResources> group)
    {
        if (hosts.Count == 0)
        {
            return "The fleet has no hosts. Give it some.";
        }

        string All(Func<HostCapacity, string> of) => string.Join("; ", hosts.Select(host => $"{host.Host.Name} has {of(host.Capacity)}"));
        var alone = group.FirstOrDefault(one => !Placing.IsPossible(hosts, [one]));
        return alone is not null
            ? $"No host will ever have {alone}: {All(capacity => Lack(capacity, alone))}. "
                + "Ask for less, or give the fleet a greater host."
            : $"The fleet will never have places for {group.Count} VMs at once, with {group.Sum(static one => (long)one.Cpus)} CPUs and "
                + $"{Sum(group.Select(static one => one.Memory))} of memory together: "
                + $"{All(Whole)}. "
                + "Start fewer of them at once, or let them share CPUs by a greater HostCapacity.Cpus.";
    }

    private static string Lack(HostCapacity capacity, VmResources wanted) => wanted switch
    {
        _ when wanted.Cpus > capacity.Cpus || wanted.Memory.Bytes > capacity.Memory.Bytes => Whole(capacity),
        _ when capacity.Topology is { } topology => $"{topology.Allowed.Count} CPUs that can be pinned to",
        _ => "no HostCapacity.Topology that would tell its CPUs",
    };

    private static string Whole(HostCapacity capacity) => $"{capacity.Cpus} CPUs and {capacity.Memory} of memory";

    private static string Sum(IEnumerable<ByteSize> sizes)
    {
        var sum = sizes.Aggregate(default(Int128), static (sum, size) => sum + size.Bytes);
        return sum > long.MaxValue ? "more than 8 EiB" : new ByteSize((long)sum).ToString();
    }
}

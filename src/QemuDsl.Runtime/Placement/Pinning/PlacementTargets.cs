namespace QemuDsl.Runtime;

/// <summary>Matches a placement with the threads there are.</summary>
internal static class PlacementTargets
{
    public static IReadOnlyList<ThreadTarget> Of(VmPlacement placement, IEnumerable<VmThread> threads) =>
    [
        .. threads
            .Select(thread => new ThreadTarget(thread, Cpus(placement, thread), Scheduling(placement, thread.Kind)))
            .Where(static target => target.Cpus is not null || target.Scheduling is not null),
    ];

    /// <summary>What of the placement fits no VM such as this one.</summary>
    /// <exception cref="QemuStartException">It names vCPUs or I/O threads that the VM does not have, or parts what is one
    /// thread.</exception>
    public static void Check(VmPlacement placement, IReadOnlyList<VmThread> threads)
    {
        var vcpus = threads.Sum(static thread => thread.VCpus.Count);
        if (placement.VCpus.Count > 0 && placement.VCpus.Count != vcpus)
        {
            throw new QemuStartException(
                $"VmPlacement.VCpus has the CPUs of {placement.VCpus.Count} vCPUs, and the VM has {vcpus}. "
                + "Give one set for each, or change -smp.");
        }

        var ids = threads.Select(static thread => thread.IoThread).OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (placement.IoThreads.Keys.FirstOrDefault(id => !ids.Contains(id)) is { } unknown)
        {
            var known = ids.Count == 0 ? "none" : string.Join(", ", ids.Select(Evidence.Printable));
            throw new QemuStartException(
                $"VmPlacement.IoThreads names '{Evidence.Printable(unknown)}', and the VM's I/O threads are: {known}. "
                + "Correct the id, or give the VM an -object iothread of that id.");
        }

        if (threads.FirstOrDefault(thread => Sets(placement, thread).Distinct().Count() > 1) is { } shared)
        {
            throw new QemuStartException(
                $"VmPlacement.VCpus gives the vCPUs {shared.VCpus} different CPUs, and one thread runs them all. "
                + "Set thread=multi of -accel tcg, or give them the same CPUs.");
        }
    }

    private static CpuSet? Cpus(VmPlacement placement, VmThread thread) => thread.Kind switch
    {
        VmThreadKind.VCpu => Sets(placement, thread).Select(static set => (CpuSet?)set).FirstOrDefault(),
        VmThreadKind.IoThread => placement.IoThreads.TryGetValue(thread.IoThread!, out var cpus) ? (CpuSet?)cpus : null,
        VmThreadKind.Vhost => placement.Vhost,
        _ => placement.Emulator,
    };

    // A vCPU that was plugged in later has no place of its own.
    private static IEnumerable<CpuSet> Sets(VmPlacement placement, VmThread thread) =>
        thread.VCpus.Numbers().Where(index => index < placement.VCpus.Count).Select(index => placement.VCpus[index]);

    // Workers are short-lived helpers of file access: never real-time.
    private static ThreadScheduling? Scheduling(VmPlacement placement, VmThreadKind kind) => kind switch
    {
        VmThreadKind.VCpu => placement.VCpuScheduling,
        VmThreadKind.IoThread => placement.IoThreadScheduling,
        VmThreadKind.Vhost => placement.VhostScheduling,
        VmThreadKind.Emulator => placement.EmulatorScheduling,
        _ => null,
    };
}

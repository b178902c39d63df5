namespace QemuDsl.Runtime;

/// <summary>The CPUs of a host as its kernel tells them: NUMA nodes, sockets, cores and their threads.</summary>
/// <param name="Host">The host's name, as messages show it.</param>
/// <param name="Cpus">Its online CPUs, ascending.</param>
public sealed record HostTopology(string Host, OptionList<HostCpu> Cpus)
{
    /// <summary>CPUs that exist and are switched off.</summary>
    public CpuSet Offline { get; init; }

    /// <summary>CPUs processes started there may be pinned to: the cpuset of their control group.</summary>
    public CpuSet Allowed => CpuSet.Of(Cpus.Where(static cpu => cpu.IsAllowed).Select(static cpu => cpu.Number));

    /// <summary>CPUs the kernel keeps other work away from.</summary>
    public CpuSet Isolated => CpuSet.Of(Cpus.Where(static cpu => cpu.IsIsolated).Select(static cpu => cpu.Number));

    /// <summary>NUMA nodes with online CPUs.</summary>
    public CpuSet Nodes => CpuSet.Of(Cpus.Select(static cpu => cpu.Node));

    /// <summary>Physical packages with online CPUs.</summary>
    public CpuSet Sockets => CpuSet.Of(Cpus.Select(static cpu => cpu.Socket));

    /// <summary>The widest core's number of online threads; 1 without SMT.</summary>
    public int ThreadsPerCore => Cpus.Select(static cpu => cpu.Siblings.Count).DefaultIfEmpty(1).Max();

    /// <summary>Reads it from a host in two execs.</summary>
    /// <exception cref="HostException">The host's <c>/sys</c> does not tell it.</exception>
    public static Task<HostTopology> ReadAsync(IVmHost host, CancellationToken cancellationToken = default) =>
        ReadAsync(host, "", cancellationToken);

    internal static async Task<HostTopology> ReadAsync(IVmHost host, string root, CancellationToken cancellationToken)
    {
        string[] patterns = [.. TopologyReader.Patterns(root), .. ControlGroups.Patterns(root)];
        var files = await HostFiles.ReadAsync(host, patterns, cancellationToken).ConfigureAwait(false);
        var groups = ControlGroups.Read(files, root);
        var cpusets = await HostFiles.ReadAsync(host, groups.CpusetFiles, cancellationToken).ConfigureAwait(false);
        return new TopologyReader(host.Name, files, root).Read(groups.Cpuset(cpusets));
    }
}

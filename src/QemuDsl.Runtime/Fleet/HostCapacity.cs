namespace QemuDsl.Runtime;

/// <summary>What a host has for VMs.</summary>
/// <param name="Cpus">How many CPUs are given out; more than it has when VMs may share them.</param>
/// <param name="Memory">How much memory is given out.</param>
public sealed record HostCapacity(int Cpus, ByteSize Memory)
{
    private const string MemoryInformation = "/proc/meminfo";

    // Inside a container these are its own, with either version of control groups.
    private static readonly string[] Limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];

    /// <summary>Its CPUs, for VMs that need CPUs of their own; without it there are none for them.</summary>
    public HostTopology? Topology { get; init; }

    /// <summary>
    /// All CPUs that processes started on a host may use, and the memory that is available there now, or that the control group allows if
    /// that is less.
    /// </summary>
    /// <exception cref="HostException">The host does not tell it.</exception>
    public static async Task<HostCapacity> OfAsync(IVmHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var topology = await HostTopology.ReadAsync(host, cancellationToken).ConfigureAwait(false);
        var files = await HostFiles.ReadAsync(host, [MemoryInformation, .. Limits], cancellationToken).ConfigureAwait(false);
        var available = Available(files.Text(MemoryInformation))
            ?? throw new HostException(host.Name, $"{MemoryInformation} does not tell its memory. Give a HostCapacity of your own.");
        var memory = Limits.Select(files.Number).OfType<long>().Append(available).Min();
        return new HostCapacity(topology.Allowed.Count, new ByteSize(memory)) { Topology = topology };
    }

    internal static long? Available(string? information) => (information ?? "").Split('\n')
        .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(static fields => fields is ["MemAvailable:", _, "kB"])
        .Select(static fields => long.TryParse(fields[1], out var kilobytes) ? kilobytes * 1024 : default(long?))
        .FirstOrDefault();
}

namespace QemuDsl.Switches;

/// <summary>Number and topology of CPUs (<c>-smp</c>).</summary>
/// <remarks>The product of the topology is <c>maxcpus</c>, and that is <c>cpus</c> where it is not said.</remarks>
[Switch("-smp")]
public sealed partial record Smp
{
    /// <summary>CPUs that are there at the start (<c>cpus</c>).</summary>
    [AtLeast(1)]
    public int? Cpus { get; init; }

    /// <summary>CPUs that can be there, plugged ones included (<c>maxcpus</c>).</summary>
    [Key("maxcpus")]
    [AtLeast(1)]
    public int? MaxCpus { get; init; }

    /// <summary>Sockets (<c>sockets</c>).</summary>
    [AtLeast(1)]
    public int? Sockets { get; init; }

    /// <summary>Dies in a socket; x86 only (<c>dies</c>).</summary>
    [AtLeast(1)]
    public int? Dies { get; init; }

    /// <summary>Clusters in a die; Arm only (<c>clusters</c>).</summary>
    [AtLeast(1)]
    public int? Clusters { get; init; }

    /// <summary>Modules in a die; x86 only (<c>modules</c>).</summary>
    [AtLeast(1)]
    [Since("9.1")]
    public int? Modules { get; init; }

    /// <summary>Cores in the level above (<c>cores</c>).</summary>
    [AtLeast(1)]
    public int? Cores { get; init; }

    /// <summary>Threads in a core (<c>threads</c>).</summary>
    [AtLeast(1)]
    public int? Threads { get; init; }

    static partial void CheckMore(Smp value, Findings findings)
    {
        if (value.MaxCpus < value.Cpus)
        {
            findings.Error(
                FindingIds.OutOfRange, "maxcpus", $"{value.MaxCpus}", $"is under the {value.Cpus} CPUs there are at the start",
                    "Raise it, or lower 'cpus'.");
        }
        else if (Product(value) is { } product && (value.MaxCpus ?? value.Cpus) is { } most && product != most)
        {
            findings.Error(
                FindingIds.OutOfRange, value.MaxCpus is null ? "cpus" : "maxcpus", $"{most}",
                $"is not the product of sockets, dies, clusters, modules, cores and threads, which is {product}", "Make them equal, or leave a level out: QEMU then works it out.");
        }
    }

    // QEMU works out sockets, cores or threads that are left out. A level the machine does not have counts as one, and so does one between that is left out.
    private static long? Product(Smp value) => value is { Sockets: { } sockets, Cores: { } cores, Threads: { } threads }
        ? (long)sockets * (value.Dies ?? 1) * (value.Clusters ?? 1) * (value.Modules ?? 1) * cores * threads
        : null;
}

namespace QemuDsl.Switches;

/// <summary>Number and topology of CPUs (<c>-smp</c>).</summary>
/// <remarks>The product of the topology is <c>maxcpus</c>.</remarks>
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
    }
}

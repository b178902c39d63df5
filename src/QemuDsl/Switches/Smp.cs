using System.Globalization;

namespace QemuDsl.Switches;

/// <summary>Number and arrangement of virtual CPUs (<c>-smp</c>).</summary>
[Switch("-smp")]
public sealed partial record Smp
{
    /// <summary>Virtual CPUs at the start (<c>cpus</c>).</summary>
    [AtLeast(1)]
    public int? Cpus { get; init; }

    /// <summary>Sockets (<c>sockets</c>).</summary>
    [AtLeast(1)]
    public int? Sockets { get; init; }

    /// <summary>Dies in a socket (<c>dies</c>).</summary>
    [AtLeast(1)]
    public int? Dies { get; init; }

    /// <summary>Clusters in a die (<c>clusters</c>).</summary>
    [AtLeast(1)]
    public int? Clusters { get; init; }

    /// <summary>Cores in a die or cluster (<c>cores</c>).</summary>
    [AtLeast(1)]
    public int? Cores { get; init; }

    /// <summary>Threads of a core (<c>threads</c>).</summary>
    [AtLeast(1)]
    public int? Threads { get; init; }

    /// <summary>Virtual CPUs at most, those plugged later included (<c>maxcpus</c>).</summary>
    [AtLeast(1)]
    public int? Maxcpus { get; init; }

    static partial void CheckMore(Smp value, Findings findings)
    {
        var product = (long)(value.Sockets ?? 1) * (value.Dies ?? 1) * (value.Clusters ?? 1) * (value.Cores ?? 1) * (value.Threads ?? 1);
        if (value is { Sockets: not null, Cores: not null, Threads: not null } && (value.Maxcpus ?? value.Cpus) is { } all && product != all)
        {
            findings.Error(
                FindingIds.OutOfRange, "maxcpus", all.ToString(CultureInfo.InvariantCulture), $"is not the product of the topology, {product}",
                "Let sockets, dies, clusters, cores and threads multiply to maxcpus, or leave one of them out.");
        }
    }
}

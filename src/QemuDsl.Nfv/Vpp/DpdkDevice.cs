namespace QemuDsl.Nfv;

/// <summary>A device of VPP's DPDK plugin (<c>dev 0000:00:06.0 { … }</c>).</summary>
[Section]
public sealed partial record DpdkDevice
{
    /// <summary>Where it is.</summary>
    [Positional]
    public required PciBdf Address { get; init; }

    /// <summary>Name of its interface (<c>name</c>).</summary>
    public string? Name { get; init; }

    /// <summary>Receive queues (<c>num-rx-queues</c>).</summary>
    [AtLeast(1)]
    public int? NumRxQueues { get; init; }

    /// <summary>Transmit queues (<c>num-tx-queues</c>).</summary>
    [AtLeast(1)]
    public int? NumTxQueues { get; init; }

    /// <summary>Descriptors in a receive ring (<c>num-rx-desc</c>).</summary>
    [AtLeast(1)]
    public int? NumRxDesc { get; init; }

    /// <summary>Descriptors in a transmit ring (<c>num-tx-desc</c>).</summary>
    [AtLeast(1)]
    public int? NumTxDesc { get; init; }

    /// <summary>Workers that poll it, numbered from 0 (<c>workers</c>).</summary>
    public CpuSet? Workers { get; init; }

    /// <summary>Arguments for its driver (<c>devargs</c>).</summary>
    [Key("devargs")]
    public string? DeviceArguments { get; init; }

    /// <summary>Whether it cuts TCP into segments (<c>tso</c>).</summary>
    public bool? Tso { get; init; }

    /// <summary>Whether it takes VLAN tags off (<c>vlan-strip-offload</c>).</summary>
    public bool? VlanStripOffload { get; init; }
}

namespace QemuDsl.Nfv;

/// <summary>What holds for each device of VPP's DPDK plugin that does not say otherwise (<c>dev default { … }</c>).</summary>
[Section]
public sealed partial record DpdkDeviceDefaults
{
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

    /// <summary>Whether it cuts TCP into segments (<c>tso</c>).</summary>
    public bool? Tso { get; init; }

    /// <summary>Whether it takes VLAN tags off (<c>vlan-strip-offload</c>).</summary>
    public bool? VlanStripOffload { get; init; }
}

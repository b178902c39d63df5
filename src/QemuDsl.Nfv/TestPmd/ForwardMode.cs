namespace QemuDsl.Nfv;

/// <summary>What testpmd does with packets.</summary>
[OptionEnum]
public enum ForwardMode
{
    /// <summary>Sends them on as they are.</summary>
    Io,

    /// <summary>Sends them to the peer of the port they leave by.</summary>
    Mac,

    /// <summary>Exchanges source and destination MAC address.</summary>
    [Value("macswap")]
    MacSwap,

    /// <summary>Makes packets of many flows.</summary>
    [Value("flowgen")]
    FlowGen,

    /// <summary>Receives only.</summary>
    [Value("rxonly")]
    RxOnly,

    /// <summary>Sends only; what arrives is never read.</summary>
    [Value("txonly")]
    TxOnly,

    /// <summary>Computes checksums.</summary>
    [Value("csum")]
    Checksum,

    /// <summary>Answers pings.</summary>
    [Value("icmpecho")]
    IcmpEcho,

    /// <summary>Sends them on with the memory traffic of a real network function.</summary>
    Noisy,

    /// <summary>Exchanges addresses of Ethernet, IP, TCP and UDP; since DPDK 22.03.</summary>
    [Value("5tswap")]
    FiveTupleSwap,
}

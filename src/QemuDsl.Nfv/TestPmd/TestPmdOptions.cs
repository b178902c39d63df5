namespace QemuDsl.Nfv;

/// <summary>Options of testpmd itself, behind <c>--</c>.</summary>
[Tool(Separator = "--")]
public sealed partial record TestPmdOptions
{
    /// <summary>Takes commands (<c>--interactive</c>).</summary>
    public bool Interactive { get; init; }

    /// <summary>What it does with packets (<c>--forward-mode</c>).</summary>
    public ForwardMode? ForwardMode { get; init; }

    /// <summary>Packets it takes at once (<c>--burst</c>).</summary>
    [Range(1, 512)]
    public int? Burst { get; init; }

    /// <summary>Descriptors in each transmit ring (<c>--txd</c>).</summary>
    [AtLeast(1)]
    public int? Txd { get; init; }

    /// <summary>Descriptors in each receive ring (<c>--rxd</c>).</summary>
    [AtLeast(1)]
    public int? Rxd { get; init; }

    /// <summary>Transmit queues of each port (<c>--txq</c>).</summary>
    [AtLeast(1)]
    public int? Txq { get; init; }

    /// <summary>Receive queues of each port (<c>--rxq</c>).</summary>
    [AtLeast(1)]
    public int? Rxq { get; init; }

    /// <summary>What devices do when they send, as bits (<c>--tx-offloads</c>).</summary>
    public HexMask? TxOffloads { get; init; }

    /// <summary>What devices do when they receive, as bits (<c>--rx-offloads</c>).</summary>
    public HexMask? RxOffloads { get; init; }

    /// <summary>Memory on the NUMA node of each port (<c>--numa</c>).</summary>
    public bool Numa { get; init; }

    /// <summary>Memory wherever it is (<c>--no-numa</c>).</summary>
    [Conflicts(nameof(Numa))]
    public bool NoNuma { get; init; }

    /// <summary>NUMA node of all memory (<c>--socket-num</c>).</summary>
    [AtLeast(0)]
    public int? SocketNum { get; init; }

    /// <summary>Begins to forward at once (<c>--auto-start</c>).</summary>
    public bool AutoStart { get; init; }

    /// <summary>Begins with a burst of its own (<c>--tx-first</c>).</summary>
    [Conflicts(nameof(Interactive))]
    public bool TxFirst { get; init; }

    /// <summary>Packet buffers (<c>--total-num-mbufs</c>).</summary>
    [AtLeast(1024)]
    public int? TotalNumMbufs { get; init; }

    /// <summary>Ports it forwards between (<c>--nb-ports</c>).</summary>
    [AtLeast(1)]
    public int? NbPorts { get; init; }

    /// <summary>Ports it forwards between, as bits (<c>--portmask</c>).</summary>
    public HexMask? Portmask { get; init; }

    /// <summary>Does not wait for links to come up (<c>--disable-link-check</c>).</summary>
    public bool DisableLinkCheck { get; init; }

    /// <summary>Where packets go in mode <c>mac</c> (<c>--eth-peer</c>).</summary>
    public OptionList<EthPeer> EthPeer { get; init; } = [];

    /// <summary>Largest frame, in bytes (<c>--max-pkt-len</c>).</summary>
    [AtLeast(64)]
    public int? MaxPktLen { get; init; }

    /// <summary>Bytes in a packet buffer (<c>--mbuf-size</c>).</summary>
    [Range(1, 65_535)]
    public int? MbufSize { get; init; }

    /// <summary>Lcores that forward; one more is the main lcore's (<c>--nb-cores</c>).</summary>
    [AtLeast(1)]
    public int? NbCores { get; init; }

    /// <summary>Lcores that forward, as bits (<c>--coremask</c>).</summary>
    [Key("--coremask")]
    public HexMask? CoreMask { get; init; }

    /// <summary>Where packets go out (<c>--port-topology</c>).</summary>
    public PortTopology? PortTopology { get; init; }

    /// <summary>Seconds between two tables of statistics, in which <c>Press enter to exit</c> is not said (<c>--stats-period</c>).</summary>
    [AtLeast(1)]
    [Conflicts(nameof(Interactive))]
    public int? StatsPeriod { get; init; }

    /// <summary>File of commands that are run first (<c>--cmdline-file</c>).</summary>
    [Key("--cmdline-file")]
    public string? CommandFile { get; init; }

    /// <summary>Packets of several buffers are received (<c>--enable-scatter</c>).</summary>
    public bool EnableScatter { get; init; }

    /// <summary>Devices join packets they receive (<c>--enable-lro</c>).</summary>
    public bool EnableLro { get; init; }

    /// <summary>Devices check checksums (<c>--enable-rx-cksum</c>).</summary>
    [Key("--enable-rx-cksum")]
    public bool EnableRxChecksum { get; init; }

    /// <summary>Packets are not spread over queues (<c>--disable-rss</c>).</summary>
    public bool DisableRss { get; init; }

    /// <summary>Packets are spread by their IP addresses (<c>--rss-ip</c>).</summary>
    [Conflicts(nameof(RssUdp))]
    public bool RssIp { get; init; }

    /// <summary>Packets are spread by their IP addresses and UDP ports (<c>--rss-udp</c>).</summary>
    public bool RssUdp { get; init; }

    /// <summary>What arrived before it began is kept (<c>--no-flush-rx</c>).</summary>
    public bool NoFlushRx { get; init; }

    /// <summary>No interrupt when a link changes (<c>--no-lsc-interrupt</c>).</summary>
    public bool NoLscInterrupt { get; init; }

    /// <summary>No interrupt when a device goes (<c>--no-rmv-interrupt</c>).</summary>
    public bool NoRmvInterrupt { get; init; }

    /// <summary>Keeps its memory from being swapped (<c>--mlockall</c>).</summary>
    [Key("--mlockall")]
    public bool MLockAll { get; init; }
}

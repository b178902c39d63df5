namespace QemuDsl.Nfv;

/// <summary>VPP's start-up configuration, the file behind <c>vpp -c</c>.</summary>
/// <remarks><see cref="SectionExtensions.ToText"/> writes it, <c>Parse</c> reads one.</remarks>
[Section]
public sealed partial record VppStartupConfig
{
    /// <summary>VPP as a process.</summary>
    public UnixSection? Unix { get; init; }

    /// <summary>The record of API messages.</summary>
    public ApiTraceSection? ApiTrace { get; init; }

    /// <summary>The shared memory of the binary API.</summary>
    public ApiSegmentSection? ApiSegment { get; init; }

    /// <summary>The socket of the binary API.</summary>
    public SockSvrSection? SockSvr { get; init; }

    /// <summary>The heap.</summary>
    public MemorySection? Memory { get; init; }

    /// <summary>The memory of counters.</summary>
    public StatSegSection? StatSeg { get; init; }

    /// <summary>Packet buffers.</summary>
    public BuffersSection? Buffers { get; init; }

    /// <summary>Threads and their CPUs.</summary>
    public CpuSection? Cpu { get; init; }

    /// <summary>Plugins.</summary>
    public PluginsSection? Plugins { get; init; }

    /// <summary>The use of DPDK.</summary>
    public DpdkSection? Dpdk { get; init; }

    /// <summary>The translation of addresses.</summary>
    public NatSection? Nat { get; init; }

    /// <summary>The log.</summary>
    public LoggingSection? Logging { get; init; }

    /// <summary>Sections that there is no record of, word for word.</summary>
    public OptionList<RawSection> Others { get; init; } = [];
}

namespace QemuDsl.Nfv;

/// <summary>Options that every DPDK program has: CPUs, memory, devices (EAL).</summary>
[Tool]
public sealed partial record EalOptions
{
    /// <summary>Says its version first (<c>-v</c>).</summary>
    [Key("-v")]
    public bool Version { get; init; }

    /// <summary>CPUs, one lcore each (<c>-l</c>).</summary>
    [Key("-l")]
    public CpuSet? Cores { get; init; }

    /// <summary>Which lcore runs on which CPUs, such as <c>0@2,1@3</c> (<c>--lcores</c>).</summary>
    [Key("--lcores")]
    [Conflicts(nameof(Cores))]
    public string? LCores { get; init; }

    /// <summary>The lcore that waits for commands and forwards nothing (<c>--main-lcore</c>).</summary>
    [Key("--main-lcore")]
    [FormerKey("--master-lcore", Until = "20.11")]
    [AtLeast(0)]
    public int? MainLCore { get; init; }

    /// <summary>The only PCI devices it may use (<c>-a</c>, before DPDK 20.11 <c>-w</c>).</summary>
    [Key("-a")]
    [FormerKey("-w", Until = "20.11")]
    public OptionList<AllowedDevice> Allow { get; init; } = [];

    /// <summary>PCI devices it leaves alone (<c>-b</c>).</summary>
    [Key("-b")]
    [Conflicts(nameof(Allow))]
    public OptionList<PciBdf> Block { get; init; } = [];

    /// <summary>Virtual devices, such as <c>net_vhost0,iface=/run/sock,queues=1</c> (<c>--vdev</c>).</summary>
    public OptionList<string> Vdev { get; init; } = [];

    /// <summary>Driver libraries or folders of them (<c>-d</c>).</summary>
    [Key("-d")]
    public OptionList<string> Drivers { get; init; } = [];

    /// <summary>No file of shared memory, so no second process (<c>--in-memory</c>).</summary>
    public bool InMemory { get; init; }

    /// <summary>Mebibytes of memory (<c>-m</c>).</summary>
    [Key("-m")]
    [AtLeast(1)]
    public int? MemoryMebibytes { get; init; }

    /// <summary>Mebibytes on each NUMA node, such as <c>1024,0</c> (<c>--socket-mem</c>).</summary>
    [Pattern("[0-9]+(,[0-9]+)*")]
    [Conflicts(nameof(MemoryMebibytes))]
    public string? SocketMem { get; init; }

    /// <summary>Memory channels (<c>-n</c>).</summary>
    [Key("-n")]
    [AtLeast(1)]
    public int? MemoryChannels { get; init; }

    /// <summary>Ordinary memory in place of huge pages (<c>--no-huge</c>).</summary>
    [Conflicts(nameof(InMemory))]
    public bool NoHuge { get; init; }

    /// <summary>Where huge pages are mounted (<c>--huge-dir</c>).</summary>
    public string? HugeDir { get; init; }

    /// <summary>All huge pages in few files (<c>--single-file-segments</c>).</summary>
    public bool SingleFileSegments { get; init; }

    /// <summary>All memory at the start, in one piece (<c>--legacy-mem</c>).</summary>
    [Conflicts(nameof(InMemory))]
    public bool LegacyMem { get; init; }

    /// <summary>Beginning of the names of its files, one for each program on a machine (<c>--file-prefix</c>).</summary>
    public string? FilePrefix { get; init; }

    /// <summary>First or second process on the same memory (<c>--proc-type</c>).</summary>
    public DpdkProcess? ProcType { get; init; }

    /// <summary>Addresses that devices get (<c>--iova-mode</c>).</summary>
    public IovaMode? IovaMode { get; init; }

    /// <summary>No PCI devices at all (<c>--no-pci</c>).</summary>
    [Conflicts(nameof(Allow))]
    public bool NoPci { get; init; }

    /// <summary>No memory that other processes share (<c>--no-shconf</c>).</summary>
    public bool NoShconf { get; init; }

    /// <summary>No socket that tells statistics (<c>--no-telemetry</c>).</summary>
    [Since("20.05")]
    public bool NoTelemetry { get; init; }

    /// <summary>Token that lets a virtual function be used while another process has the physical one (<c>--vfio-vf-token</c>).</summary>
    [Since("20.05")]
    public Guid? VfioVfToken { get; init; }

    /// <summary>How much is logged, such as <c>lib.eal:debug</c> (<c>--log-level</c>).</summary>
    public OptionList<string> LogLevel { get; init; } = [];
}

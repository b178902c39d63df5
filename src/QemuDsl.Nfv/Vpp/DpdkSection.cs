namespace QemuDsl.Nfv;

/// <summary>VPP's use of DPDK (<c>dpdk</c>).</summary>
[Section("dpdk")]
public sealed partial record DpdkSection
{
    /// <summary>Devices VPP takes; all it can when there are none (<c>dev</c>).</summary>
    [Key("dev")]
    public OptionList<DpdkDevice> Devices { get; init; } = [];

    /// <summary>What holds for each device that does not say otherwise (<c>dev default</c>).</summary>
    [Key("dev default")]
    public DpdkDeviceDefaults? Default { get; init; }

    /// <summary>Virtual devices, such as <c>net_vhost0,iface=/run/sock</c> (<c>vdev</c>).</summary>
    [Key("vdev")]
    public OptionList<string> VirtualDevices { get; init; } = [];

    /// <summary>How much DPDK logs, such as <c>debug</c> (<c>log-level</c>).</summary>
    public string? LogLevel { get; init; }

    /// <summary>No packets of several buffers: faster, and no jumbo frames (<c>no-multi-seg</c>).</summary>
    public bool NoMultiSeg { get; init; }

    /// <summary>No TCP and UDP checksums by the device (<c>no-tx-checksum-offload</c>).</summary>
    public bool NoTxChecksumOffload { get; init; }

    /// <summary>Driver that devices are bound to, such as <c>vfio-pci</c> (<c>uio-driver</c>).</summary>
    public string? UioDriver { get; init; }

    /// <summary>Mebibytes of huge pages on each socket, such as <c>1024,1024</c> (<c>socket-mem</c>).</summary>
    [Pattern("[0-9]+(,[0-9]+)*")]
    public string? SocketMem { get; init; }

    /// <summary>Devices DPDK leaves alone, as <c>vendor:device</c> (<c>blacklist</c>).</summary>
    [Key("blacklist")]
    public OptionList<string> Blacklist { get; init; } = [];

    /// <summary>TCP and UDP checksums by the device (<c>enable-tcp-udp-checksum</c>).</summary>
    [Conflicts(nameof(NoTxChecksumOffload))]
    public bool EnableTcpUdpChecksum { get; init; }

    /// <summary>Devices join packets they receive (<c>enable-lro</c>).</summary>
    public bool EnableLro { get; init; }

    /// <summary>Numbers in names of interfaces are decimal (<c>decimal-interface-names</c>).</summary>
    public bool DecimalInterfaceNames { get; init; }

    /// <summary>A socket that tells DPDK's statistics (<c>telemetry</c>).</summary>
    public bool Telemetry { get; init; }

    /// <summary>No PCI devices (<c>no-pci</c>).</summary>
    [Conflicts(nameof(Devices))]
    public bool NoPci { get; init; }

    /// <summary>No huge pages (<c>no-hugetlb</c>).</summary>
    public bool NoHugetlb { get; init; }
}

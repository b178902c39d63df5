namespace QemuDsl.Nfv;

/// <summary>The start-up configuration FD.io CSIT gives VPP in its VMs, with the values its measurements depend on.</summary>
public sealed record CsitStartup
{
    /// <summary>CPUs of the VM: the first is the main thread's, each other one a worker's.</summary>
    public required int Cpus { get; init; }

    /// <summary>Script of commands that VPP runs at the start.</summary>
    public required string Exec { get; init; }

    /// <summary>Socket of the command line.</summary>
    public string CliListen { get; init; } = "/run/vpp/cli.sock";

    /// <summary>Socket of the binary API.</summary>
    public string ApiSocket { get; init; } = "/run/vpp/api.sock";

    /// <summary>Interfaces that the DPDK plugin drives; null where VPP's own drivers do.</summary>
    public CsitDpdk? Dpdk { get; init; }

    /// <summary>Loads the driver of Intel's virtual functions.</summary>
    public bool UsesAvf { get; init; }

    /// <summary>Loads the plugins of IPsec.</summary>
    public bool UsesIpsec { get; init; }

    /// <summary>Loads and configures NAT.</summary>
    public bool UsesNat { get; init; }

    /// <summary>The configuration.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no CPU, or no receive queue.</exception>
    public VppStartupConfig ToConfig()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Cpus, 1);
        return new VppStartupConfig
        {
            Unix = new UnixSection { NoDaemon = true, CliListen = CliListen, Exec = Exec },
            SockSvr = new SockSvrSection { SocketName = ApiSocket },
            Memory = new MemorySection { MainHeapSize = 512.MiB(), MainHeapPageSize = 2.MiB() },
            StatSeg = new StatSegSection { Size = 512.MiB(), PageSize = 2.MiB(), PerNodeCounters = true },
            Buffers = new BuffersSection { BuffersPerNuma = 107_520 },
            Cpu = new CpuSection { MainCore = 0, CorelistWorkers = Cpus > 1 ? CpuSet.Of(Enumerable.Range(1, Cpus - 1)) : default(CpuSet?) },
            Plugins = PluginsSection.Only(Plugins()),
            Dpdk = Dpdk?.ToSection(),
            Nat = UsesNat ? new NatSection { EndpointDependent = true } : null,
        };
    }

    private IEnumerable<string> Plugins() =>
    [
        "ping_plugin.so",
        .. UsesAvf ? ["avf_plugin.so"] : Array.Empty<string>(),
        .. Dpdk is null ? [] : new[] { "dpdk_plugin.so" },
        .. UsesIpsec ? ["crypto_native_plugin.so", "crypto_ipsecmb_plugin.so", "crypto_openssl_plugin.so"] : Array.Empty<string>(),
        .. UsesNat ? ["nat_plugin.so"] : Array.Empty<string>(),
    ];
}

namespace QemuDsl.Nfv.Tests;

/// <summary>The start-up configurations of FD.io CSIT's VMs, word for word.</summary>
public sealed class StartupTests
{
    private static readonly CsitStartup OneCpu = new() { Cpus = 1, Exec = "/etc/vpp/vm_running_1.exec" };

    private static readonly CsitDpdk Dpdk = new() { Devices = ["0000:00:06.0", "0000:00:07.0"], RxQueues = 2 };

    [Fact]
    public void One_CPU_has_no_workers() => Assert.Equal(
        """
        unix {
          nodaemon
          cli-listen /run/vpp/cli.sock
          exec /etc/vpp/vm_running_1.exec
        }
        socksvr {
          socket-name /run/vpp/api.sock
        }
        memory {
          main-heap-size 512M
          main-heap-page-size 2M
        }
        statseg {
          size 512M
          page-size 2M
          per-node-counters on
        }
        buffers {
          buffers-per-numa 107520
        }
        cpu {
          main-core 0
        }
        plugins {
          plugin default {
            disable
          }
          plugin ping_plugin.so {
            enable
          }
        }

        """,
        OneCpu.ToConfig().ToText());

    [Fact]
    public void Every_other_CPU_is_a_worker()
    {
        Assert.Equal("1", (OneCpu with { Cpus = 2 }).ToConfig().Cpu!.CorelistWorkers.ToString());
        Assert.Contains("\n  corelist-workers 1-3\n", (OneCpu with { Cpus = 4 }).ToConfig().ToText(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => (OneCpu with { Cpus = 0 }).ToConfig());
    }

    [Fact]
    public void Interfaces_that_DPDK_drives_are_named_with_their_queues() => Assert.EndsWith(
        """
          plugin ping_plugin.so {
            enable
          }
          plugin dpdk_plugin.so {
            enable
          }
        }
        dpdk {
          dev 0000:00:06.0
          dev 0000:00:07.0
          dev default {
            num-rx-queues 2
          }
          log-level debug
          no-multi-seg
          no-tx-checksum-offload
        }

        """,
        (OneCpu with { Dpdk = Dpdk }).ToConfig().ToText(),
        StringComparison.Ordinal);

    [Fact]
    public void Jumbo_frames_are_packets_of_several_buffers() => Assert.EndsWith(
        "  log-level debug\n}\n", (OneCpu with { Dpdk = Dpdk with { UsesJumboFrames = true } }).ToConfig().ToText(), StringComparison.Ordinal);

    [Fact]
    public void Each_workload_has_its_plugins()
    {
        Assert.Equal(["ping", "avf"], Plugins(OneCpu with { UsesAvf = true }));
        Assert.Equal(
            ["ping", "dpdk", "crypto_native", "crypto_ipsecmb", "crypto_openssl"], Plugins(OneCpu with { Dpdk = Dpdk, UsesIpsec = true }));
        Assert.Equal(["ping", "dpdk", "nat"], Plugins(OneCpu with { Dpdk = Dpdk, UsesNat = true }));
        Assert.EndsWith("nat {\n  endpoint-dependent\n}\n", (OneCpu with { UsesNat = true }).ToConfig().ToText(), StringComparison.Ordinal);
    }

    // The original puts every brace on a line of its own, a blank behind bare words, and a mode in place of a block.
    [Fact]
    public void The_layout_of_the_original_is_read_as_the_same() => Assert.Equal(
        (OneCpu with { Cpus = 3, Dpdk = Dpdk, UsesNat = true }).ToConfig(),
        Read(
            """
            unix
            {
              nodaemon 
              cli-listen /run/vpp/cli.sock
              exec /etc/vpp/vm_running_1.exec
            }
            socksvr
            {
              socket-name /run/vpp/api.sock
            }
            memory
            {
              main-heap-size 512M
              main-heap-page-size 2M
            }
            statseg
            {
              size 512M
              page-size 2M
              per-node-counters on
            }
            buffers
            {
              buffers-per-numa 107520
            }
            cpu
            {
              main-core 0
              corelist-workers 1-2
            }
            plugins
            {
              plugin default
              {
                disable  
              }
              plugin ping_plugin.so
              {
                enable  
              }
              plugin dpdk_plugin.so
              {
                enable  
              }
              plugin nat_plugin.so
              {
                enable  
              }
            }
            dpdk
            {
              dev 0000:00:06.0 
              dev 0000:00:07.0 
              dev default
              {
                num-rx-queues 2
              }
              log-level debug
              no-multi-seg 
              no-tx-checksum-offload 
            }
            nat endpoint-dependent
            """));

    [Fact]
    public void A_configuration_as_packages_bring_it_is_read()
    {
        var read = Read(
            """
            unix { nodaemon log /var/log/vpp/vpp.log full-coredump cli-listen /run/vpp/cli.sock gid vpp }
            api-trace { on } # as every package has it
            api-segment { gid vpp }
            socksvr { default }
            session { enable  evt_qs_memfd_seg }
            cpu {
              ## Pinned by hand.
              # main-core 1
              workers 2
              scheduler-policy rr
              scheduler-priority 50
            }
            dpdk { dev 0000:02:00.1 { name eth0 num-rx-queues 2 } uio-driver vfio-pci socket-mem 2048,2048 vdev net_null0 }
            logging { default-log-level debug class dpdk/cryptodev { rate-limit 100 level debug syslog-level error } }
            buffers { default data-size 2048 }
            """);

        Assert.True(read.ApiTrace!.On && read.SockSvr!.Default);
        Assert.Equal(VppSchedulerPolicy.RoundRobin, read.Cpu!.SchedulerPolicy);
        Assert.Equal([new DpdkDevice { Address = "0000:02:00.1", Name = "eth0", NumRxQueues = 2 }], read.Dpdk!.Devices);
        Assert.Equal(VppLogLevel.Error, read.Logging!.Classes[0].SyslogLevel);
        Assert.Equal("vpp", read.ApiSegment!.Gid);
        Assert.Equal([new RawSection("session", "enable evt_qs_memfd_seg")], read.Others);
        Assert.Equal(2048, read.Buffers!.DefaultDataSize);
        Assert.Empty(read.Check());
    }

    [Fact]
    public void Record_of_messages_and_log_are_written_and_read()
    {
        var config = new VppStartupConfig
        {
            ApiTrace = new ApiTraceSection { On = true, Items = 5000, SaveApiTable = "api-table" },
            Logging = new LoggingSection
            {
                DefaultLogLevel = VppLogLevel.Warning,
                DefaultSyslogLogLevel = VppLogLevel.Critical,
                Size = 512,
                UnthrottleTime = 5,
                AddToEventLog = true,
                Classes =
                [
                    new VppLogClass { Name = "dpdk/cryptodev", Level = VppLogLevel.Debug, SyslogLevel = VppLogLevel.Error, RateLimit = 100 },
                    new VppLogClass { Name = "avf", Level = VppLogLevel.Emergency, SyslogLevel = VppLogLevel.Alert },
                    new VppLogClass { Name = "nat", Level = VppLogLevel.Notice, SyslogLevel = VppLogLevel.Info },
                    new VppLogClass { Name = "ipsec", Level = VppLogLevel.Disabled },
                ],
            },
        };

        Assert.Equal(
            """
            api-trace {
              on
              nitems 5000
              save-api-table api-table
            }
            logging {
              default-log-level warn
              default-syslog-log-level crit
              size 512
              unthrottle-time 5
              add-to-elog
              class dpdk/cryptodev {
                level debug
                syslog-level error
                rate-limit 100
              }
              class avf {
                level emerg
                syslog-level alert
              }
              class nat {
                level notice
                syslog-level info
              }
              class ipsec {
                level disabled
              }
            }

            """,
            config.ToText());
        Assert.Equal(config, Read(config.ToText()));
        Assert.Empty(config.Check());
    }

    [Fact]
    public void What_VPP_would_refuse_is_found()
    {
        var config = new VppStartupConfig
        {
            ApiTrace = new ApiTraceSection { Items = 5000 },
            Unix = new UnixSection { Interactive = true, NoDaemon = true, CliListen = "/" + new string('s', 120) },
            Cpu = new CpuSection { SchedulerPriority = 50 },
            Nat = new NatSection { EndpointDependent = true, Deterministic = true },
            Plugins = new PluginsSection { Plugins = [new VppPlugin { Name = "a b", Enable = true, Disable = true }] },
        };

        Assert.Equal(
            ["nodaemon", "cli-listen", "nitems", "scheduler-priority", "disable", "deterministic", "plugin"], config.Check().Select(static finding => finding.Key));
    }

    [Fact]
    public void VPP_is_started_with_its_file() => Assert.Equal(["-c", "/etc/vpp/startup.conf"], new VppCommand { Configuration = "/etc/vpp/startup.conf" }.ToArguments());

    private static VppStartupConfig Read(string text)
    {
        var read = VppStartupConfig.Parse(text);
        Assert.Equal([], read.Problems);
        return read.Value!;
    }

    private static IEnumerable<string> Plugins(CsitStartup startup) =>
        startup.ToConfig().Plugins!.Plugins.Select(static plugin => plugin.Name.Replace("_plugin.so", "", StringComparison.Ordinal));
}

namespace QemuDsl.Tests.Catalogue;

internal static class SwitchSamples
{
    private const string Uuid = "01234567-89ab-cdef-0123-456789abcdef";

    public static IEnumerable<Sample> All =>
    [
        new("number of CPUs and memory", _ => Qemu.Q35()
            .Add(new Smp { Cpus = 4, MaxCpus = 8, Sockets = 2, Dies = 1, Cores = 2, Threads = 2 })
            .Add(new Memory { Size = 128.MiB(), Slots = 2, MaxMem = 1.GiB() })),
        new("clusters of CPUs", _ => Qemu.Virt().AddArmCpu(ArmCpuModel.CortexA57).Add(new Smp { Cpus = 2,
            Clusters = 2 })) { Target = "aarch64" },
        new("modules of CPUs", _ => Qemu.Q35().Add(new Smp { Cpus = 2, Modules = 2 })) { Since = new(9, 1) },
        new("name, UUID, clock and messages", _ => Qemu.Pc()
            .Add(new VmName { Guest = "a, b=\"c\" d", Process = "qdsl", DebugThreads = true })
            .Add(new VmUuid { Uuid = Uuid })
            .Add(new Rtc { Base = "2026-01-31T12:00:00", Clock = RtcClock.Vm, DriftFix = RtcDriftFix.Slew })
            .Add(new Msg { Timestamp = false, GuestName = true })),
        new("what happens to the guest", _ => Qemu.Pc()
            .Add(new ActionPolicy
            {
                Reboot = RebootAction.Shutdown, Shutdown = ShutdownAction.Pause, Panic = PanicAction.ExitFailure,
                    Watchdog = WatchdogAction.InjectNmi,
            })
            .Add(new WatchdogPolicy { Action = WatchdogAction.None })
            .Add(new NoReboot())
            .Add(new NoShutdown())
            .Add(new NoDefaults())
            .Add(new NoUserConfig())),
        new("NUMA nodes", _ => Qemu.Pc()
            .WithCpus(4)
            .Add(new Memory { Size = 128.MiB() })
            .Add(new NumaNode { NodeId = 0, Cpus = "0,2-3", MemDev = new MemoryBackendRam { Size = 64.MiB() } })
            .Add(new NumaNode { NodeId = 1, Cpus = "1", MemDev = new MemoryBackendRam { Size = 64.MiB() } })
            .Add(new NumaDistance { Src = 0, Dst = 1, Val = 20 })),
        new("NUMA nodes by topology", _ => Qemu.Q35()
            .Add(new Smp { Cpus = 2, Sockets = 1, Dies = 2, Cores = 1, Threads = 1 })
            .Add(new Memory { Size = 128.MiB() })
            .Add(new NumaNode { NodeId = 0, MemDev = new MemoryBackendRam { Size = 128.MiB() } })
            .Add(new NumaCpu { NodeId = 0, SocketId = 0, DieId = 0, CoreId = 0, ThreadId = 0 })
            .Add(new NumaCpu { NodeId = 0, SocketId = 0, DieId = 1 })),
        new("NUMA nodes by cluster", _ => Qemu.Virt()
            .AddArmCpu(ArmCpuModel.CortexA57)
            .Add(new Smp { Cpus = 2, Clusters = 2 })
            .Add(new Memory { Size = 128.MiB() })
            .Add(new NumaNode { NodeId = 0, MemDev = new MemoryBackendRam { Size = 128.MiB() } })
            .Add(new NumaCpu { NodeId = 0, ClusterId = 0 })
            .Add(new NumaCpu { NodeId = 0, ClusterId = 1 }))
        {
            Target = "aarch64",
        },
        new("memory attributes", _ => Qemu.Q35(new Q35 { Hmat = true })
            .Add(new Memory { Size = 128.MiB() })
            .Add(new NumaNode { NodeId = 0, Cpus = "0", Initiator = 0, MemDev = new MemoryBackendRam { Size = 128.MiB() } })
            .Add(new NumaHmatLb
            {
                Initiator = 0, Target = 0, Hierarchy = HmatHierarchy.Memory, DataType = HmatDataType.AccessLatency, Latency = 5,
            })
            .Add(new NumaHmatLb
            {
                Initiator = 0, Target = 0, Hierarchy = HmatHierarchy.Memory, DataType = HmatDataType.AccessBandwidth, Bandwidth = 200.MiB(),
            })
            .Add(new NumaHmatCache
            {
                NodeId = 0, Size = 10.KiB(), Level = 1, Associativity = HmatCacheAssociativity.Direct, Policy = HmatCachePolicy.WriteBack,
                    Line = 8,
            })),
        new("boot order", stage => Qemu.Pc().Add(new BootOptions
        {
            Order = "cd", Once = "n", Menu = true, Splash = stage.File("splash.jpg", 64), SplashTime = 10, RebootTimeout = -1,
                Strict = true,
        }))
        {
            StopsAt = "splash",
        },
        new("boot order without a picture", _ => Qemu.Pc()
            .Add(new BootOptions { Order = "cd", Once = "n", Menu = false, SplashTime = 10, RebootTimeout = 5, Strict = true })),
        new("monitor", _ => Qemu.Pc().Add(new Mon { Chardev = new NullChardev(), Mode = MonMode.Control, Pretty = true })),
        new("default of a device", _ => Qemu.Pc().Add(new Global { Driver = "isa-debug-exit", Property = "iobase", Value = "1281" })),
        new("overcommit, sandbox and firmware files", stage => Qemu.Pc()
            .Add(new Overcommit { MemLock = MemLock.Off, CpuPm = false })
            .Add(new Sandbox
            {
                Obsolete = SandboxRule.Deny, ElevatePrivileges = SandboxElevation.Children, Spawn = SandboxRule.Deny,
                    ResourceControl = SandboxRule.Allow,
            })
            .Add(new FwCfg { Name = "opt/qdsl/text", String = "a, b=\"c\" d" })
            .Add(new FwCfg { Name = "opt/qdsl/file", File = stage.File("blob", 8) })),
        new("memory locked when it is used", _ => Qemu.Pc().Add(new Overcommit { MemLock = MemLock.OnFault }).WithMemory(16.MiB()))
        {
            Since = new(10, 0),
        },
        new("SMBIOS", _ => Qemu.Pc()
            .Add(new SmbiosBios { Vendor = "a, b", Version = "1", Date = "01/31/2026", Release = "1.2", Uefi = true })
            .Add(new SmbiosSystem { Manufacturer = "m", Product = "p", Version = "v", Serial = "s", Uuid = Uuid, Sku = "k", Family = "f" })
            .Add(new SmbiosBaseboard { Manufacturer = "m", Product = "p", Version = "v", Serial = "s", Asset = "a", Location = "l" })
            .Add(new SmbiosChassis { Manufacturer = "m", Version = "v", Serial = "s", Asset = "a", Sku = "k" })
            .Add(new SmbiosProcessor
            {
                SockPfx = "CPU", Manufacturer = "m", Version = "v", Serial = "s", Asset = "a", Part = "p", MaxSpeed = 3000,
                    CurrentSpeed = 2000, ProcessorId = 5,
            })
            .Add(new SmbiosPortConnector { InternalReference = "i", ExternalReference = "e", ConnectorType = 1, PortType = 2 })
            .Add(new SmbiosMemoryDevice { LocPfx = "DIMM", Bank = "b", Manufacturer = "m", Serial = "s", Asset = "a", Part = "p",
                Speed = 3200 })
            .Add(new SmbiosOnboardDevice { Designation = "d", Kind = "ethernet", Instance = 1 })),
        new("texts in SMBIOS", stage => Qemu.Pc().Add(new SmbiosOemStrings { Value = ["a, b", "c"], Path = [stage.Text("oem", "text")] })),
        new("family of CPUs in SMBIOS", _ => Qemu.Pc().Add(new SmbiosProcessor { ProcessorFamily = 1 })) { Since = new(9, 1) },
        new("video card", _ => Qemu.Pc().Add(new VgaSwitch { Type = VgaType.Std })),
        new("VNC", stage => Qemu.Pc().Add(new Vnc
        {
            Address = $"unix:{stage.Path("vnc")}",
            Password = false,
            Sasl = false,
            Share = VncShare.ForceShared,
            Connections = 3,
            Head = 0,
            Audiodev = new NoneAudiodev(),
            Lossy = true,
            NonAdaptive = true,
            LockKeySync = false,
            KeyDelayMs = 5,
            PowerControl = true,
            Reverse = false,
        })),
        new("VNC over TCP", _ => Qemu.Pc().Add(new Vnc { Address = "127.0.0.1:300", To = 400, Ipv4 = true, Ipv6 = false,
            WebSocket = "on" })),
        new("VNC with a password", stage => Qemu.Pc()
            .Add(new Vnc { Address = $"unix:{stage.Path("vnc")}", PasswordSecret = new Secret { Data = "secret" } })),
        new("VNC with TLS", stage => Qemu.Pc().Add(new Vnc { Address = $"unix:{stage.Path("vnc")}", TlsCreds = "tls0",
            TlsAuthz = "authz0" }))
        {
            StopsAt = "No TLS credentials with id 'tls0'",
        },
        new("VNC with SASL", stage => Qemu.Pc().Add(new Vnc { Address = $"unix:{stage.Path("vnc")}", Sasl = true, SaslAuthz = "authz0" }))
        {
            StopsAt = "authz|SASL", MayRun = true,
        },
        new("time that follows instructions", _ => Qemu.Pc().Add(new Icount { Shift = "auto", Align = false, Sleep = true })),
        new("recorded run", stage => Qemu.Pc()
            .Add(new Icount { Shift = "5", Align = false, Sleep = false, Rr = IcountReplay.Record, RrFile = stage.Path("rr") })),
        new("recorded run with a snapshot", stage => Qemu.Pc()
            .Add(new Icount { Shift = "5", Rr = IcountReplay.Record, RrFile = stage.Path("rr"), RrSnapshot = "start" }))
        {
            StopsAt = "[Nn]o block device|[Ss]napshot",
        },
        new("migration, process id and firmware", stage => Qemu.Pc()
            .Add(new Incoming { Uri = "defer" })
            .Add(new Pidfile { Path = stage.Path("a, b.pid") })
            .Add(new Bios { Path = "bios-256k.bin" })),
        new("process", stage => Qemu.Pc().Add(new RunWith { AsyncTeardown = true, Chroot = stage.Folder })) { Since = new(8, 1) },
        new("process of another user", _ => Qemu.Pc().Add(new RunWith { User = "65534:65534" })) { Since = new(9, 1) },
        new("kernel", async stage => Qemu.Pc().WithKernel(await KernelAsync(stage), stage.File("a, b.cpio", 8), "console=ttyS0 a,b=\"c\"")),
        new("device tree", async stage => Qemu.Virt()
            .AddArmCpu(ArmCpuModel.CortexA57)
            .Add(new Dtb { Path = await DeviceTreeAsync(stage) }))
        {
            Target = "aarch64",
        },
    ];

    private static Task<string> KernelAsync(Stage stage) => Task.FromResult(TestKit.MarkerGuests.Pvh().WriteTo(stage.Folder));

    private static async Task<string> DeviceTreeAsync(Stage stage)
    {
        var qemu = TestKit.Tools.Qemu("aarch64");
        await TestKit.ChildProcess.RunAsync(
            qemu, ["-M", $"virt,dumpdtb={stage.Path("virt.dtb")}", "-cpu", "cortex-a57", "-display", "none"],
                TestContext.Current.CancellationToken);
        return stage.Path("virt.dtb");
    }
}

namespace QemuDsl.Tests.Catalogue;

internal static class VirtioSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("network card", _ => Qemu.Pc().Add(Filled.Net(new VirtioNetPci
        {
            Netdev = new UserNetdev(), Mac = "52:54:00:00:00:01", BootIndex = 1, Vectors = 4, IoEventFd = false, AcpiIndex = 1,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("network card on mmio", _ => Qemu.Microvm().Add(Filled.Net(new VirtioNetDevice
        {
            Netdev = new UserNetdev(), Mac = "52:54:00:00:00:02", BootIndex = 1,
        }))),
        new("network card that cuts up UDP", _ => Qemu.Pc()
            .Add(new VirtioNetPci { Netdev = new UserNetdev(), GuestUso4 = true, GuestUso6 = false, HostUso = true }))
        {
            Since = new(8, 2),
        },
        new("network card on mmio that cuts up UDP", _ => Qemu.Microvm()
            .Add(new VirtioNetDevice { Netdev = new UserNetdev(), GuestUso4 = true, GuestUso6 = true, HostUso = false }))
        {
            Since = new(8, 2),
        },
        new("serial ports", _ => SerialPorts(Filled.Virtio(new VirtioSerialPci
        {
            MaxPorts = 4, EmergencyWrite = false, Vectors = 2, IoEventFd = false,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("serial ports on mmio", _ => Qemu.Microvm().Add(Filled.Virtio(new VirtioSerialDevice { MaxPorts = 4, EmergencyWrite = true }))),
        new("random numbers", _ => Qemu.Q35().Add(Filled.Virtio(new VirtioRngPci
        {
            Rng = new RngBuiltin(), MaxBytes = 1024, Period = 1000, Vectors = 2, IoEventFd = false,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("random numbers on mmio", _ => Qemu.Microvm()
            .Add(Filled.Virtio(new VirtioRngDevice { Rng = new RngRandom { Filename = "/dev/urandom" }, MaxBytes = 64, Period = 1 }))),
        new("balloon", _ => Qemu.Q35().Add(Filled.Virtio(new VirtioBalloonPci
        {
            DeflateOnOom = true, FreePageHint = true, FreePageReporting = true, PagePoison = false, IoThread = new IoThread(),
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("balloon on mmio", _ => Qemu.Microvm().Add(Filled.Virtio(new VirtioBalloonDevice
        {
            DeflateOnOom = true, FreePageHint = true, FreePageReporting = true, PagePoison = true, IoThread = new IoThread(),
        }))),
        new("balloon with vectors", _ => Qemu.Q35().Add(new VirtioBalloonPci { Vectors = 4, IoEventFd = true })) { Since = new(10, 0) },
        new("memory that comes and goes", _ => WithRoom().Add(Filled.Virtio(Memory() with
        {
            BlockSize = 4.MiB(), MemAddr = 4UL << 30, Prealloc = false,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("memory that comes and goes by slots", _ => WithRoom()
            .Add(Memory() with { DynamicMemslots = true, Vectors = 2, IoEventFd = true }))
        {
            Since = new(10, 0),
        },
        new("IOMMU", _ => Qemu.Q35().Add(Filled.Virtio(new VirtioIommuPci
        {
            BootBypass = true,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("IOMMU of a width", _ => Qemu.Q35().Add(new VirtioIommuPci { Granule = IommuGranule.KiB4, AwBits = 48 })) { Since = new(9, 0) },
        new("devices on mmio of aarch64", _ => Qemu.Virt()
            .Add(new VirtioNetDevice { Netdev = new UserNetdev() })
            .Add(new VirtioBlkDevice { Drive = Filled.Disk() })
            .Add(new VirtioRngDevice()))
        {
            Target = "aarch64",
        },
    ];

    private static QemuCommand<Q35> SerialPorts(VirtioSerialPci ports) => Qemu.Q35()
        .Add(ports)
        .Add(new Virtserialport { Chardev = new NullChardev(), VirtioSerialBus = ports, Name = "org.qemu.guest_agent.0", Nr = 2 })
        .Add(new Virtconsole { Chardev = new NullChardev(), VirtioSerialBus = ports, Name = "console, with comma", Nr = 1 });

    private static QemuCommand<Q35> WithRoom() => Qemu.Q35().AddMemory(size: 64.MiB(), slots: 1, maxMem: 1.GiB());

    private static VirtioMemPci Memory() => new()
    {
        MemDev = new MemoryBackendRam { Size = 128.MiB() }, Node = 0, RequestedSize = 64.MiB(), UnpluggedInaccessible = OnOffAuto.On,
    };
}

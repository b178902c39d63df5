namespace QemuDsl.Tests.Catalogue;

internal static class PciSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("network cards", _ => Qemu.Pc()
            .Add(new E1000 { Netdev = new UserNetdev(), Mac = "52:54:00:00:00:03", BootIndex = 1, AcpiIndex = 2 })
            .Add(new E1000e
            {
                Netdev = new UserNetdev(), Mac = "52:54:00:00:00:04", BootIndex = 2, SubsysVen = 0x8086, Subsys = 1, AcpiIndex = 3,
            })
            .Add(new Rtl8139 { Netdev = new UserNetdev(), Mac = "52:54:00:00:00:05", BootIndex = 3, AcpiIndex = 4 })),
        new("where a device sits", _ => Places()),
        new("root ports", _ => RootPorts()),
        new("bridges", _ => Bridges()),
        new("device of the host", _ => Qemu.Pc()
            .Add(new VirtioNetPci { Id = "standby", Netdev = new UserNetdev(), Failover = true, Mac = "52:54:00:00:00:06" })
            .Add(new VfioPci
            {
                Host = "0000:7f:1f.7",
                Display = OnOffAuto.Off,
                XRes = 1024,
                YRes = 768,
                FailoverPairId = "standby",
                AcpiIndex = 5,
                RomBar = 0,
                BootIndex = 1,
            }))
        {
            StopsAt = "no such host device|error getting device from group",
        },
        new("device of the host by directory", _ => Qemu.Pc().Add(new VfioPci { SysfsDev = "/sys/bus/mdev/devices/absent" }))
        {
            StopsAt = "no such host device|Could not open",
        },
        new("device of the host that migrates", _ => Qemu.Pc().Add(new VfioPci
        {
            Host = "0000:7f:1f.7", EnableMigration = OnOffAuto.Off, VfToken = "14d63f20-8445-11ea-8900-1f9ce7d5650d",
        }))
        {
            Since = new(8, 1), StopsAt = "no such host device",
        },
        new("shared memory", _ => Qemu.Pc()
            .Add(new IvshmemPlain { MemDev = new MemoryBackendMemfd { Size = 1.MiB(), Share = true }, Master = OnOffAuto.On })),
        new("screen", _ => Qemu.Pc().Add(new Vga
        {
            VgaMemMb = 16, XRes = 1024, YRes = 768, XMax = 1280, YMax = 1024, RefreshRate = 75_000, Edid = true, Mmio = true,
        })),
    ];

    // A bridge of its own, a slot of its own, two functions in it, no option ROM.
    private static QemuCommand<Q35> Places()
    {
        var bridge = new PciBridge { Id = "bridge", ChassisNr = 1, Address = new PciAddress(16), Multifunction = false };
        return Qemu.Q35()
            .Add(bridge)
            .Add(new VirtioRngPci { Id = "first", PciBus = bridge, Address = new PciAddress(3), Multifunction = true, RomFile = "" })
            .Add(new VirtioRngPci { Id = "second", PciBus = bridge, Address = new PciAddress(3, 1), RomFile = "" })
            .Add(new E1000 { Netdev = new UserNetdev(), RomFile = "" });
    }

    private static QemuCommand<Q35> RootPorts()
    {
        var port = new PcieRootPort
        {
            Chassis = 1,
            Slot = 1,
            Port = 1,
            Hotplug = true,
            IoReserve = 4.KiB(),
            MemReserve = 2.MiB(),
            Pref32Reserve = 4.MiB(),
            BusReserve = 1,
            DisableAcs = true,
            Address = new PciAddress(5),
            RomFile = "",
        };
        return Qemu.Q35()
            .Add(port)
            .Add(new VirtioRngPci { PciBus = port })
            .Add(new PcieRootPort { Chassis = 2, Pref64Reserve = 1.GiB(), Multifunction = true });
    }

    private static QemuCommand<Pc> Bridges()
    {
        var outer = new PciBridge
        {
            ChassisNr = 2,
            Msi = OnOffAuto.Off,
            Shpc = true,
            BusReserve = 1,
            IoReserve = 4.KiB(),
            MemReserve = 2.MiB(),
            Pref32Reserve = 4.MiB(),
        };
        var inner = new PciBridge { PciBus = outer, ChassisNr = 3, Msi = OnOffAuto.Auto, Pref64Reserve = 1.GiB() };
        return Qemu.Pc().Add(outer).Add(inner).Add(new E1000 { Netdev = new UserNetdev(), PciBus = inner, Address = new PciAddress(3) });
    }
}

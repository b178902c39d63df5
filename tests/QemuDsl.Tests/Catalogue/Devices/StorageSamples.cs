namespace QemuDsl.Tests.Catalogue;

internal static class StorageSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("IDE", _ => Qemu.Pc()
            .Add(Filled.Ide(HardDisk()))
            .Add(Filled.Ide(new IdeCd { Drive = Filled.Disk(readOnly: true), BootIndex = 2 }))
            .Add(new IdeCd { IdeBus = DeviceBus.Ide("ide.0"), Unit = 1 })),
        new("SATA", _ => Sata()),
        new("NVMe", _ => Qemu.Q35().Add(new Nvme
        {
            Drive = Filled.Disk(),
            Serial = "nvme, with comma",
            MaxIoQPairs = 4,
            MsixQSize = 5,
            CmbSizeMb = 16,
            PmrDev = new MemoryBackendRam { Size = 16.MiB() },
            Mdts = 7,
            Aerl = 3,
            AerMaxQueued = 64,
            Vsl = 7,
            UseIntelId = true,
            IoEventFd = false,
            BootIndex = 1,
            LogicalBlockSize = new ByteSize(512),
            PhysicalBlockSize = 4.KiB(),
            MinIoSize = 4.KiB(),
            OptIoSize = 8.KiB(),
            DiscardGranularity = 4.KiB(),
            WriteCache = OnOffAuto.On,
            ShareRw = true,
        })),
        new("floppy", _ => Qemu.Pc().Add(new Floppy
        {
            Drive = FloppyDisk(),
            DriveType = FdcDriveType.Mb144,
            LogicalBlockSize = new ByteSize(512),
            PhysicalBlockSize = new ByteSize(512),
            WriteCache = OnOffAuto.On,
            ShareRw = true,
            Unit = 1,
        })),
        new("floppy controller", _ => FloppyController()),
    ];

    private static IdeHd HardDisk() => new()
    {
        Drive = Filled.Disk(), BootIndex = 1, RotationRate = 7200, BiosChsTrans = BiosAtaTranslation.Lba, Cyls = 16, Heads = 4, Secs = 32,
    };

    private static QemuCommand<Q35> Sata()
    {
        var ahci = new Ahci { Id = "sata" };
        return Qemu.Q35()
            .Add(ahci)
            .Add(new IdeHd { Drive = Filled.Disk() })
            .Add(new IdeHd { Drive = Filled.Disk(), IdeBus = ahci })
            .Add(new IdeHd { Drive = Filled.Disk(), IdeBus = ahci, Unit = 0 })
            .Add(new IdeCd { IdeBus = ahci });
    }

    private static QemuCommand<Q35> FloppyController()
    {
        var controller = new IsaFdc { IoBase = 0x3f0, Irq = 6, Dma = 2, Fallback = FdcDriveType.Mb288 };
        return Qemu.Q35().Add(controller).AddFloppy(controller, drive: FloppyDisk());
    }

    private static NullCoBlockdev FloppyDisk() => new() { Size = new ByteSize(1_474_560), ReadZeroes = true };
}

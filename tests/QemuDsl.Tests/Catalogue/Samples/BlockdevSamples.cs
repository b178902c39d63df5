namespace QemuDsl.Tests.Catalogue;

internal static class BlockdevSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("file", stage => Qemu.Pc().Add(new FileBlockdev
        {
            NodeName = "n0",
            Filename = stage.File("a, b=\"c\" d.img", 1 << 20),
            Locking = OnOffAuto.Off,
            Aio = BlockdevAio.Threads,
            AioMaxBatch = 8,
            DropCache = true,
            ReadOnly = true,
            AutoReadOnly = false,
            Cache = new BlockdevCache { Direct = false, NoFlush = true },
            Discard = BlockdevDiscard.Unmap,
            DetectZeroes = BlockdevDetectZeroes.On,
            ForceShare = true,
        })),
        new("file with reservations", stage => Qemu.Pc().Add(new FileBlockdev { Filename = stage.File("img", 512), PrManager = "pr0" }))
        {
            StopsAt = "No persistent reservation manager with id 'pr0'",
        },
        new("host device", _ => Qemu.Pc().Add(new HostDeviceBlockdev
        {
            NodeName = "n0",
            Filename = "/dev/qdsl-absent",
            Locking = OnOffAuto.Auto,
            Aio = BlockdevAio.Threads,
            AioMaxBatch = 0,
            DropCache = false,
            ReadOnly = true,
            AutoReadOnly = true,
            Cache = new BlockdevCache { Direct = true },
            Discard = BlockdevDiscard.Ignore,
            DetectZeroes = BlockdevDetectZeroes.Off,
            ForceShare = true,
        }))
        {
            StopsAt = "Could not open '/dev/qdsl-absent'",
        },
        new("host device with reservations", _ => Qemu.Pc().Add(new HostDeviceBlockdev { Filename = "/dev/qdsl-absent",
            PrManager = "pr0" }))
        {
            StopsAt = "No persistent reservation manager with id 'pr0'",
        },
        new("host device that is active", _ => Qemu.Pc().Add(new HostDeviceBlockdev { Filename = "/dev/qdsl-absent", Active = true }))
        {
            Since = new(10, 0), StopsAt = "Could not open '/dev/qdsl-absent'",
        },
        new("raw", stage => Qemu.Pc().Add(new RawBlockdev
        {
            NodeName = "n0",
            File = new FileBlockdev { Filename = stage.File("img", 4 << 20) },
            Offset = 1.MiB(),
            Size = 2.MiB(),
            ReadOnly = false,
            AutoReadOnly = true,
            Cache = new BlockdevCache { Direct = false },
            Discard = BlockdevDiscard.Unmap,
            DetectZeroes = BlockdevDetectZeroes.Unmap,
            ForceShare = false,
        })),
        new("qcow2", async stage => Qemu.Pc().Add(new Qcow2Blockdev
        {
            NodeName = "n0",
            File = new FileBlockdev { Filename = await stage.ImageAsync("disk.qcow2", "-f", "qcow2") },
            Backing = new RawBlockdev { File = new FileBlockdev { Filename = stage.File("base", 1 << 20), ReadOnly = true },
                ReadOnly = true },
            LazyRefcounts = true,
            PassDiscardRequest = true,
            PassDiscardSnapshot = true,
            PassDiscardOther = true,
            OverlapCheck = Qcow2OverlapCheck.Constant,
            L2CacheSize = 1.MiB(),
            L2CacheEntrySize = 4.KiB(),
            RefcountCacheSize = 256.KiB(),
            CacheCleanInterval = 30,
            ReadOnly = false,
            AutoReadOnly = true,
            Cache = new BlockdevCache { Direct = false, NoFlush = false },
            Discard = BlockdevDiscard.Unmap,
            DetectZeroes = BlockdevDetectZeroes.Unmap,
            ForceShare = false,
        })),
        new("qcow2 with a data file", async stage => Qemu.Pc().Add(new Qcow2Blockdev
        {
            File = new FileBlockdev { Filename = await stage.ImageAsync("disk.qcow2", "-f", "qcow2", "-o",
                $"data_file={stage.Path("data")}") },
            DataFile = new FileBlockdev { Filename = stage.Path("data") },
            CacheSize = 2.MiB(),
        })),
        new("encrypted qcow2", async stage => Qemu.Pc().Add(new Qcow2Blockdev
        {
            File = new FileBlockdev
            {
                Filename = await stage.ImageAsync(
                    "disk.qcow2", "-f", "qcow2", "--object", "secret,id=s,data=pass phrase", "-o",
                        "encrypt.format=luks,encrypt.key-secret=s,encrypt.iter-time=1"),
            },
            Encrypt = new Qcow2Encryption { Format = Qcow2EncryptionFormat.Luks, KeySecret = new Secret { Data = "pass phrase" } },
        })),
        new("qcow2, newer keys", async stage => Qemu.Pc().Add(new Qcow2Blockdev
        {
            File = new FileBlockdev { Filename = await stage.ImageAsync("disk.qcow2", "-f", "qcow2") }, DiscardNoUnref = true,
        }))
        {
            Since = new(8, 1),
        },
        new("NBD", async stage => Qemu.Pc().Add(new NbdBlockdev
        {
            NodeName = "n0",
            Server = new UnixSocketAddress { Path = await NbdServerAsync(stage) },
            Export = "disk",
            ReconnectDelay = 1,
            OpenTimeout = 1,
            ReadOnly = true,
            AutoReadOnly = false,
            Cache = new BlockdevCache { Direct = false },
            Discard = BlockdevDiscard.Ignore,
            DetectZeroes = BlockdevDetectZeroes.Off,
            ForceShare = true,
        })),
        new("NBD with TLS", stage => Qemu.Pc().Add(new NbdBlockdev
        {
            Server = new UnixSocketAddress { Path = stage.Listener("nbd") }, TlsCreds = "tls0", TlsHostname = "server",
        }))
        {
            StopsAt = "No TLS credentials with id 'tls0'",
        },
        new("FAT disk", stage => Qemu.Pc().Add(new VvfatBlockdev
        {
            NodeName = "n0",
            Dir = stage.Folder,
            FatType = 16,
            Floppy = false,
            Label = "LABEL",
            Rw = false,
            ReadOnly = true,
            AutoReadOnly = true,
            Cache = new BlockdevCache { Direct = false },
            Discard = BlockdevDiscard.Ignore,
            DetectZeroes = BlockdevDetectZeroes.Off,
            ForceShare = true,
        })),
        new("throttle", _ => Qemu.Pc().Add(new ThrottleBlockdev
        {
            NodeName = "n0",
            ThrottleGroup = new ThrottleGroup { IopsTotal = 100 },
            File = new NullCoBlockdev(),
            ReadOnly = false,
            AutoReadOnly = true,
            Cache = new BlockdevCache { Direct = false },
            Discard = BlockdevDiscard.Ignore,
            DetectZeroes = BlockdevDetectZeroes.Off,
            ForceShare = false,
        })),
        new("null", _ => Qemu.Pc().Add(new NullCoBlockdev
        {
            NodeName = "n0",
            Size = 1.GiB(),
            LatencyNs = 1000,
            ReadZeroes = true,
            ReadOnly = true,
            AutoReadOnly = true,
            Cache = new BlockdevCache { Direct = false },
            Discard = BlockdevDiscard.Ignore,
            DetectZeroes = BlockdevDetectZeroes.Off,
            ForceShare = true,
        })),
        new("nodes that are active", async stage => Qemu.Pc()
            .Add(new RawBlockdev { File = new FileBlockdev { Filename = stage.File("img", 512), Active = true }, Active = true })
            .Add(new Qcow2Blockdev
            {
                File = new FileBlockdev { Filename = await stage.ImageAsync("disk.qcow2", "-f", "qcow2") }, Active = true,
            })
            .Add(new NbdBlockdev { Server = new UnixSocketAddress { Path = await NbdServerAsync(stage) }, Export = "disk",
                ReadOnly = true, Active = true })
            .Add(new VvfatBlockdev { Dir = stage.Folder, ReadOnly = true, Active = true })
            .Add(new ThrottleBlockdev { ThrottleGroup = new ThrottleGroup(), File = new NullCoBlockdev { Active = true }, Active = true }))
        {
            Since = new(10, 0),
        },
        new("drive", stage => Qemu.Pc().Add(new Drive
        {
            Id = "d0",
            File = stage.File("a, b=\"c\" d.img", 1 << 20),
            Format = "raw",
            Media = DriveMedia.Disk,
            ReadOnly = false,
            Snapshot = true,
            Cache = DriveCache.Writeback,
            Aio = BlockdevAio.Threads,
            Discard = BlockdevDiscard.Unmap,
            DetectZeroes = BlockdevDetectZeroes.Unmap,
            CopyOnRead = false,
            Throttling = Limits,
            ThrottlingGroup = "g0",
        })),
    ];

    internal static ThrottleLimits Limits => new()
    {
        BpsRead = 1 << 20,
        BpsReadMax = 1 << 21,
        BpsReadMaxLength = 2,
        BpsWrite = 1 << 20,
        BpsWriteMax = 1 << 21,
        BpsWriteMaxLength = 2,
        IopsRead = 100,
        IopsReadMax = 200,
        IopsReadMaxLength = 2,
        IopsWrite = 100,
        IopsWriteMax = 200,
        IopsWriteMaxLength = 2,
        IopsSize = 4096,
    };

    internal static ThrottleLimits TotalLimits => new()
    {
        BpsTotal = 1 << 20, BpsTotalMax = 1 << 21, BpsTotalMaxLength = 2, IopsTotal = 100, IopsTotalMax = 200, IopsTotalMaxLength = 2,
    };

    private static Task<string> NbdServerAsync(Stage stage) => stage.ServerAsync(
        "nbd", "qemu-nbd", "--socket", stage.Path("nbd"), "--export-name", "disk", "--persistent", "--read-only", "--shared", "4",
            "--format", "raw",
        stage.File("export", 1 << 20));
}

namespace QemuDsl.Tests.Catalogue;

internal static class VirtioDiskSamples
{
    // Without KVM, virtio-mmio has no ioeventfd, which I/O threads need.
    private const string NoIoEventFd = "ioeventfd is required for iothread";

    public static IEnumerable<Sample> All =>
    [
        new("disk", _ => Qemu.Q35().Add(Filled.Blk(new VirtioBlkPci
        {
            Drive = Filled.Disk(), IoThread = new IoThread(), BootIndex = 0, Vectors = 3, IoEventFd = true,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("disk on mmio", _ => Qemu.Microvm().Add(Filled.Blk(new VirtioBlkDevice { Drive = Filled.Disk(), BootIndex = 0 }))),
        new("disk on mmio with a thread", _ => Qemu.Microvm()
            .Add(new VirtioBlkDevice { Drive = Filled.Disk(), IoThread = new IoThread() }))
        {
            StopsAt = NoIoEventFd,
        },
        new("disks of old", _ => Qemu.Pc().Add(new VirtioBlkPci { Drive = Filled.Disk(), Scsi = false }))
        {
            NotUnpacked = "Its key went with QEMU 9.1.",
        },
        new("disks of old on mmio", _ => Qemu.Microvm().Add(new VirtioBlkDevice { Drive = Filled.Disk(), Scsi = false }))
        {
            NotUnpacked = "Its key went with QEMU 9.1.",
        },
        new("SCSI", _ => Scsi(Filled.Scsi(new VirtioScsiPci
        {
            IoThread = new IoThread(), Vectors = 4, IoEventFd = true,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("SCSI on mmio", _ => Qemu.Microvm().Add(Filled.Scsi(new VirtioScsiDevice()))),
        new("SCSI on mmio with a thread", _ => Qemu.Microvm().Add(new VirtioScsiDevice { IoThread = new IoThread() }))
        {
            StopsAt = NoIoEventFd,
        },
        new("disk of another process", async stage => Shared().Add(Filled.Virtio(new VhostUserBlkPci
        {
            Chardev = await DiskServerAsync(stage),
            NumQueues = 1,
            QueueSize = 64,
            ConfigWce = true,
            Discard = true,
            WriteZeroes = true,
            BootIndex = 0,
            Vectors = 2,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("disk of another process on mmio", async stage => Qemu.Microvm().WithMemory(64.MiB(), share: true)
            .Add(Filled.Virtio(new VhostUserBlkDevice
            {
                Chardev = await DiskServerAsync(stage),
                NumQueues = 1,
                QueueSize = 64,
                ConfigWce = false,
                Discard = false,
                WriteZeroes = false,
                BootIndex = 0,
            }))),
    ];

    private static QemuCommand<Pc> Shared() => Qemu.Pc().WithMemory(64.MiB(), share: true);

    private static QemuCommand<Q35> Scsi(VirtioScsiPci adapter) => Qemu.Q35()
        .Add(adapter)
        .Add(Filled.OnScsi(new ScsiHd
        {
            ScsiBus = adapter, Drive = Filled.Disk(), Lun = 1, BootIndex = 1, Removable = true, Dpofua = true, RotationRate = 1,
            MaxUnmapSize = 1 << 20, Cyls = 16, Heads = 4, Secs = 32,
        }))
        .Add(Filled.OnScsi(new ScsiCd { ScsiBus = adapter, Drive = Filled.Disk(readOnly: true), Lun = 2, BootIndex = 2 }))
        .Add(new ScsiCd { ScsiBus = adapter });

    private static async Task<SocketChardev> DiskServerAsync(Stage stage) => new()
    {
        Path = await stage.ServerAsync(
            "vub", "qemu-storage-daemon", "--blockdev", "driver=null-co,node-name=d0,size=1048576,read-zeroes=on",
            "--export", $"vhost-user-blk,id=e0,node-name=d0,writable=on,addr.type=unix,addr.path={stage.Path("vub")}"),
    };
}

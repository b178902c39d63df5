using QemuDsl.TestKit;

namespace QemuDsl.Tests.Catalogue;

internal static class SharedDirectorySamples
{
    public static IEnumerable<Sample> All =>
    [
        new("9p", stage => Qemu.Pc().Add(Filled.Virtio(new Virtio9pPci
        {
            Fsdev = Directory(stage), MountTag = "share", Vectors = 2, IoEventFd = false,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("9p on mmio", stage => Qemu.Microvm().Add(Filled.Virtio(new Virtio9pDevice { Fsdev = Directory(stage), MountTag = "a, b" }))),
        new("virtiofsd", async stage => Qemu.Pc().WithMemory(64.MiB(), share: true).Add(Filled.Virtio(new VhostUserFsPci
        {
            Chardev = await DirectoryServerAsync(stage), Tag = "share", NumRequestQueues = 1, QueueSize = 128, BootIndex = 1, Vectors = 3,
            Ats = true, Aer = true, PagePerVq = true,
        }))),
        new("virtiofsd on mmio", async stage => Qemu.Microvm().WithMemory(64.MiB(), share: true).Add(Filled.Virtio(new VhostUserFsDevice
        {
            Chardev = await DirectoryServerAsync(stage), Tag = "share", NumRequestQueues = 1, QueueSize = 128, BootIndex = 1,
        }))),
        new("vsock", _ => Qemu.Pc().Add(Filled.Virtio(new VhostVsockPci
        {
            GuestCid = 3, SeqPacket = OnOffAuto.On, Vectors = 2,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        })))
        {
            StopsAt = NoVsock, MayRun = true,
        },
        new("vsock on mmio", _ => Qemu.Microvm().Add(Filled.Virtio(new VhostVsockDevice { GuestCid = 3, SeqPacket = OnOffAuto.Auto })))
        {
            StopsAt = NoVsock, MayRun = true,
        },
        new("vsock by descriptor", _ => Qemu.Pc().Add(new VhostVsockPci { GuestCid = 3, VhostFd = "99" })) { StopsAt = BadDescriptor },
        new("vsock by descriptor on mmio", _ => Qemu.Microvm().Add(new VhostVsockDevice { GuestCid = 3, VhostFd = "99" }))
        {
            StopsAt = BadDescriptor,
        },
    ];

    private const string NoVsock = "vhost-vsock: failed to open vhost device";

    private const string BadDescriptor = "Bad file descriptor";

    private static LocalFsdev Directory(Stage stage) => new()
    {
        Path = stage.Folder, SecurityModel = FsdevSecurityModel.None, ReadOnly = true,
    };

    private static async Task<SocketChardev> DirectoryServerAsync(Stage stage)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Missing.Report("virtiofsd locks itself into its directory, which takes root");
        }

        return new SocketChardev
        {
            Path = await stage.ServerAsync(
                "vfs", "virtiofsd", $"--socket-path={stage.Path("vfs")}", "-o", $"source={stage.Folder},sandbox=chroot"),
        };
    }
}

using QemuDsl.Accelerators;
using QemuDsl.Chardevs;
using QemuDsl.Devices;
using QemuDsl.Machines;
using QemuDsl.Netdevs;
using QemuDsl.Objects;
using QemuDsl.Switches;

namespace QemuDsl.Benchmarks.Rendering;

/// <summary>The VM of the network-function labs: two vhost-user cards, shared huge pages, a kernel; 25 options.</summary>
internal static class VhostUserVm
{
    public static QemuCommand<Pc> Command()
    {
        var command = Qemu.Pc(new Pc { Usb = false, MemMerge = false })
            .Add(new TcgAccelerator())
            .Add(new VmName { Guest = "vnf1", DebugThreads = true })
            .Add(new Smp { Cpus = 4, Sockets = 1, Cores = 4, Threads = 1 })
            .Add(new Memory { Size = 4.GiB() })
            .Add(new NumaNode { MemDev = new MemoryBackendFile { Size = 4.GiB(), MemPath = "/dev/hugepages", Share = true } })
            .Add(new Kernel { Path = "/opt/boot/vmlinuz" })
            .Add(new Initrd { Path = "/opt/boot/initrd.img" })
            .Add(new Append { CommandLine = "ro rootfstype=9p rootflags=trans=virtio root=virtioroot console=ttyS0" })
            .AddIsaSerial(new FileChardev { Path = "/run/vnf/serial_1.log" }, index: 0)
            .AddVirtioRngPci(rng: new RngBuiltin())
            .Add(new NoReboot());
        for (var card = 0; card < 2; card++)
        {
            command = command.AddVirtioNetPci(
                new VhostUserNetdev { Chardev = new SocketChardev { Path = $"/run/vpp/sock-{card}", Server = true }, Queues = 1 },
                mac: new MacAddress(0x5254_0000_0100UL + (ulong)card),
                address: new PciAddress(6 + card),
                multiQueue: true,
                vectors: 4,
                csum: false,
                gso: false,
                guestTso4: false,
                guestTso6: false,
                guestEcn: false,
                rxQueueSize: 1024,
                txQueueSize: 1024);
        }

        return command;
    }
}

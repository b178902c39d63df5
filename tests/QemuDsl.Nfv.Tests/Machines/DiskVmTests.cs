using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using QemuDsl.Machines;
using QemuDsl.Objects;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>VMs with a disk image and the guest agent in it.</summary>
public sealed class DiskVmTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Command_is_what_was_described()
    {
        var vm = new DiskVm
        {
            Image = "/images/a,b.qcow2", ReadOnlyDisks = ["/images/seed.iso"], Id = 3, Cpus = 2, Memory = 1.GiB(), Machine = GuestMachine.Pc,
            Interfaces = [new VhostUserInterface("/run/vpp/sock-3-1") { Role = VhostUserRole.Listen }],
        };

        Assert.Equal(
            [
                "-object", "memory-backend-memfd,id=mem0,size=1G,share=on", "-machine", "pc,memory-backend=mem0,mem-merge=off,usb=off",
                "-nodefaults", "-no-user-config", "-display", "none", "-cpu", "max", "-name", "guest=vnf3,debug-threads=on", "-smp", "cpus=2", "-m", "size=1G",
                "-drive", "if=none,id=image,file=/images/a,,b.qcow2,format=qcow2,snapshot=on", "-device", "virtio-blk-pci,id=disk0,drive=image,bootindex=0,addr=2.0",
                "-drive", "if=none,id=image1,file=/images/seed.iso,format=raw,readonly=on", "-device", "virtio-blk-pci,id=disk1,drive=image1,addr=3.0",
                "-chardev", "socket,id=char1,path=/run/vpp/sock-3-1,server=on", "-netdev", "vhost-user,id=vhost1,chardev=char1,queues=1",
                "-device", "virtio-net-pci,id=nic1,vectors=4,netdev=vhost1,mac=52:54:00:00:03:01,mq=on,csum=off,gso=off,guest_tso4=off,guest_tso6=off,guest_ecn=off,addr=6.0",
                "-netdev", "user,id=mgmt,hostfwd=tcp:127.0.0.1:0-:22", "-device", "virtio-net-pci,id=mgmt0,netdev=mgmt,addr=4.0",
            ],
            vm.ToCommand().Arguments);
        Assert.DoesNotContain(vm.ToCommand().Check(), static finding => finding.Severity == Severity.Error);
        Assert.Equal("/run/vpp/sock-3-1", Assert.Single(vm.ToCommand().GetInterfaces()).Socket);

        var bare = vm with { WritesImage = true, HasSsh = false, Name = "db", Machine = GuestMachine.Virt, GicVersion = GicVersion.V3, Interfaces = [], ReadOnlyDisks = [] };
        Assert.Equal("qemu-system-aarch64", bare.ToCommand().Program);
        Assert.Contains(bare.ToCommand().Arguments, static argument => argument.StartsWith("virt,", StringComparison.Ordinal) && argument.Contains("gic-version=3", StringComparison.Ordinal));
        Assert.Contains("guest=db,debug-threads=on", bare.ToCommand().Arguments);
        Assert.DoesNotContain(bare.ToCommand().Arguments, static argument => argument.Contains("snapshot=on", StringComparison.Ordinal) || argument.StartsWith("user,", StringComparison.Ordinal));

        var loaded = vm with { Kernel = "/boot/vmlinuz", Initrd = "/boot/initrd", KernelParameters = KernelCommandLine.Empty.Add("console", "ttyS0").Add("quiet") };
        Assert.Equal(["-kernel", "/boot/vmlinuz", "-initrd", "/boot/initrd", "-append", "console=ttyS0 quiet"], loaded.ToCommand().Arguments.TakeLast(6));
        Assert.DoesNotContain(loaded.ToCommand().Arguments, static argument => argument.Contains("bootindex", StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var vm = new DiskVm { Image = "/i", Machine = GuestMachine.Q35 };

        Assert.Contains("GicVersion is of Arm machines", Refused(vm with { GicVersion = GicVersion.V3 }), StringComparison.Ordinal);
        Assert.Contains("belong to Kernel", Refused(vm with { Initrd = "/initrd" }), StringComparison.Ordinal);
        Assert.Contains("not shared", Refused(vm with { Interfaces = [new VhostUserInterface("/s")], MemoryBackend = new MemoryBackendFile { Size = 512.MiB(), MemPath = "/dev/shm" } }), StringComparison.Ordinal);

        static string Refused(DiskVm vm) => Assert.Throws<ArgumentException>(() => vm.ToCommand()).Message;
    }

    // The boot loader of the image is a boot sector; two at once, because nobody writes to it.
    [Theory]
    [InlineData(GuestMachine.Pc)]
    [InlineData(GuestMachine.Q35)]
    public async Task Image_boots_and_is_not_written(GuestMachine machine)
    {
        await using var host = new VnfHost();
        var image = MarkerGuests.BootSector().WriteTo(host.File(""));
        await File.AppendAllBytesAsync(image, new byte[(1 << 20) - 512], Token);
        var (before, vm) = (await File.ReadAllBytesAsync(image, Token), new DiskVm { Image = image, Format = "raw", Machine = machine, Memory = 64.MiB(), Agent = null });
        var options = new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) };

        await using (await host.Host.StartAsync(vm, options, Token))
        await using (var second = await host.Host.StartAsync(vm with { Id = 2 }, options, Token))
        {
            Assert.NotNull(second.Ssh);
            Assert.Equal("vnf2", Assert.Single(await host.Host.ListAsync(Token), entry => entry.Pid == second.Machine.Pid).Name);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(image, Token));
    }

    // The disk is empty, so what speaks is the kernel.
    [Fact]
    public async Task Kernel_of_the_host_is_booted_in_place_of_the_boot_loader()
    {
        await using var host = new VnfHost();
        var image = host.File("disk.img");
        await File.WriteAllBytesAsync(image, new byte[1 << 20], Token);
        var vm = new DiskVm { Image = image, Format = "raw", Kernel = MarkerGuests.Pvh().WriteTo(host.File("")), Memory = 64.MiB(), Agent = null, HasSsh = false };

        await using var running = await host.Host.StartAsync(vm, new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) }, Token);

        Assert.Null(running.Ssh);
    }

    // Boot loader, kernel, agent and SSH server are in the image, and a real back end is behind the interface.
    [Fact]
    public async Task Guest_is_there_when_its_agent_answers()
    {
        await using var host = new VnfHost();
        var (disk, socket) = (TinyDisk.Require(), host.File("sock-1"));
        var before = await HashAsync(disk.Image);
        await using var backEnd = await BackEnd.StartAsync(host.Host, "qdsl-disk", socket);
        var vm = new DiskVm { Image = disk.Image, Memory = 256.MiB(), Interfaces = [new VhostUserInterface(socket)] };

        await using (var running = await host.Host.StartAsync(vm, new VmOptions { BootTimeout = TimeSpan.FromMinutes(3) }, Token))
        {
            Assert.True((await running.Machine.Agent.GetOsInfoAsync(Token)).KernelRelease is { Length: > 0 });

            // Its card for SSH comes first on the bus.
            var nic = Assert.Single(running.Interfaces);
            Assert.Equal(("eth1", "52:54:00:00:01:01", socket), (nic.GuestName, nic.Mac?.ToString(), nic.Socket));
            await backEnd.UntilAsync("virtio is now ready for processing");

            await running.Machine.WaitAsync(Boot.UntilSsh(), TimeSpan.FromMinutes(1), Token);
            var said = await LogInAsync(running.Ssh!, disk.Key, "echo of the guest | dd of=/dev/vda conv=fsync && head -n 1 /dev/vda && cat /sys/class/net/eth1/address /proc/cmdline");
            Assert.StartsWith($"of the guest\n{nic.Mac}\nBOOT_IMAGE=vmlinuz {TinyLinux.Append} ", said, StringComparison.Ordinal);
        }

        Assert.Equal(before, await HashAsync(disk.Image));
    }

    private static async Task<string> HashAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(file, Token));
    }

    private static Task<string> LogInAsync(IPEndPoint server, string key, string command) => ChildProcess.RunAsync(
        Tools.Require("ssh"),
        [
            "-F", "none", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
            "-i", key, "-p", server.Port.ToString(CultureInfo.InvariantCulture), $"root@{server.Address}", command,
        ],
        Token);
}

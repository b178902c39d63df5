using QemuDsl.Machines;
using QemuDsl.Objects;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>Two whole commands of one VM: the original's, word for word, and the one that is started here.</summary>
[Collection(Alone.Name)]
public sealed class CsitCommandTests
{
    // As the Python library makes it for QemuManager's usual VM, but for '-balloon none', and with 'server=on'.
    private const string Original =
        "/usr/bin/qemu-system-x86_64 -daemonize -nodefaults -name vnf1,debug-threads=on -no-user-config -nographic -enable-kvm "
        + "-pidfile /run/qemu_1.pid -cpu host -machine pc,accel=kvm,usb=off,mem-merge=off -smp 2,sockets=1,cores=2,threads=1 "
        + "-object memory-backend-file,id=mem,size=4096M,mem-path=/dev/hugepages,share=on -m 4096M -numa node,memdev=mem "
        + "-serial file:/tmp/serial_1.log -fsdev local,id=root9p,path=/,security_model=none "
        + "-device virtio-9p-pci,fsdev=root9p,mount_tag=virtioroot -kernel /opt/boot/vmlinuz-5.4 -initrd /opt/boot/initrd.img-5.4 "
        + "-append 'ro rootfstype=9p rootflags=trans=virtio root=virtioroot console=ttyS0 tsc=reliable hugepages=512 init=/etc/vm_init_1.conf fastboot' "
        + "-chardev socket,id=char1,path=/run/vpp/sock-1-1,server=on -netdev vhost-user,id=vhost1,chardev=char1,queues=1 "
        + "-device virtio-net-pci,netdev=vhost1,mac=52:54:00:00:01:01,addr=6.0,mq=on,vectors=4,csum=off,gso=off,guest_tso4=off,guest_tso6=off,"
        + "guest_ecn=off,rx_queue_size=1024,tx_queue_size=1024 "
        + "-chardev socket,id=char2,path=/run/vpp/sock-1-2,server=on -netdev vhost-user,id=vhost2,chardev=char2,queues=1 "
        + "-device virtio-net-pci,netdev=vhost2,mac=52:54:00:00:01:02,addr=7.0,mq=on,vectors=4,csum=off,gso=off,guest_tso4=off,guest_tso6=off,"
        + "guest_ecn=off,rx_queue_size=1024,tx_queue_size=1024";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_original_command_is_written_word_for_word()
    {
        var command = Vm().ToCsitCommand();

        Assert.Equal(Original, command.ToString());
        Assert.Equal(Original.Replace("'", "", StringComparison.Ordinal), string.Join(' ', command.Arguments.Prepend(command.Program)));
    }

    [Fact]
    public void The_original_command_follows_the_VM()
    {
        var command = (Vm() with
        {
            Id = 10,
            Name = "left",
            Interfaces = [new VhostUserInterface("/a,b") { Queues = 2, Csum = true, Gso = true, Mac = "02:00:00:00:00:01" }, new VfioInterface("0000:5e:00.1"), .. Cards(9)],
        }).ToCsitCommand(new CsitFiles { Init = "/init", Initrd = "/initrd" }, GuestMachine.Virt).ToString()!;

        Assert.StartsWith("/usr/bin/qemu-system-aarch64 ", command, StringComparison.Ordinal);
        Assert.Contains(" -name left,debug-threads=on ", command, StringComparison.Ordinal);
        Assert.Contains(" -machine virt,accel=kvm,usb=off,mem-merge=off,gic-version=3 ", command, StringComparison.Ordinal);
        Assert.Contains(" -initrd /initrd ", command, StringComparison.Ordinal);
        Assert.Contains(" console=ttyAMA0 tsc=reliable hugepages=512 init=/init fastboot' ", command, StringComparison.Ordinal);
        Assert.Contains(
            " -chardev socket,id=char1,path=/a,,b -netdev vhost-user,id=vhost1,chardev=char1,queues=2 -device virtio-net-pci,netdev=vhost1,mac=02:00:00:00:00:01,addr=6.0,mq=on,vectors=6,"
            + "csum=on,gso=on,guest_tso4=on,guest_tso6=on,guest_ecn=on -device vfio-pci,host=0000:5e:00.1,addr=7.0 ",
            command,
            StringComparison.Ordinal);

        // QEMU reads slots in hex; the original wrote 16.0 here.
        Assert.EndsWith(" -device vfio-pci,host=0000:5e:00.0,addr=10.0", command, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_original_has_no_words_for_is_refused()
    {
        Assert.Throws<ArgumentException>(static () => Vm().ToCsitCommand(machine: GuestMachine.Q35));
        Assert.Throws<ArgumentException>(static () => (Vm() with { Interfaces = [new VhostUserInterface("/a") { Packed = true }] }).ToCsitCommand());
        Assert.Throws<ArgumentException>(static () => (Vm() with { Interfaces = [new VhostUserInterface("/a") { Vectors = 0 }] }).ToCsitCommand());
    }

    // All of it but what needs KVM: '-enable-kvm', 'accel=kvm' and '-cpu host'; and without '-daemonize', to end with the test.
    [Fact]
    public async Task QEMU_takes_the_original_command()
    {
        await using var host = new VnfHost();
        string[] sockets = [host.File("sock-1"), host.File("sock-2")];
        var kernel = await host.KernelAsync();
        await File.WriteAllTextAsync(host.File("initrd"), "none", Token);
        var vm = Vm() with
        {
            Kernel = kernel with { Image = HostKernel.Unpacked(HostKernel.Require(), kernel.Version) },
            Memory = 64.MiB(),
            GuestHugePages = 32.MiB(),
            Interfaces = [.. sockets.Select(static socket => new VhostUserInterface(socket) { Role = VhostUserRole.Listen, QueueSize = 1024 })],
        };
        var command = vm.ToCsitCommand(new CsitFiles { Initrd = host.File("initrd"), PidFile = host.File("pid"), SerialLog = host.File("serial.log"), MemoryPath = "/dev/shm" });
        var arguments = command.Arguments.Where(static argument => argument is not ("-daemonize" or "-enable-kvm"))
            .Select(static argument => argument == "host" ? "max" : argument.Replace("accel=kvm", "accel=tcg", StringComparison.Ordinal));
        await using var qemu = await host.Host.StartProcessAsync(
            new HostCommand("sh", ["-c", "exec \"$@\" 2>&1", "sh", Tools.Qemu("x86_64"), .. arguments, "-S", "-qmp", "stdio"]), Token);
        await using var backEnd = await BackEnd.StartAsync(host.Host, "qdsl-csit", [.. sockets.Select(static socket => $"{socket},client=1")]);

        using var said = new StreamReader(qemu.Stdout);
        var lines = "";
        while (!lines.Contains("{\"QMP\"", StringComparison.Ordinal))
        {
            var line = await said.ReadLineAsync(Token);
            Assert.True(line is not null, $"QEMU refused it: {lines}");
            lines += line + "\n";
        }

        await qemu.Stdin.WriteAsync("{\"execute\":\"qmp_capabilities\"}{\"execute\":\"quit\"}"u8.ToArray(), Token);
        await qemu.Stdin.FlushAsync(Token);
        Assert.Equal(0, await qemu.Completion.WaitAsync(Token));
        Assert.DoesNotContain("deprecated", lines, StringComparison.Ordinal);
        Assert.All(sockets, static socket => Assert.False(File.Exists(socket)));
    }

    [Fact]
    public void The_command_that_is_started_has_the_modern_form() => Assert.Equal(
        [
            "-object", "memory-backend-file,id=mem0,mem-path=/dev/hugepages,size=4G,share=on",
            "-machine", "pc,memory-backend=mem0,mem-merge=off,usb=off",
            "-nodefaults", "-no-user-config", "-display", "none",
            "-cpu", "max",
            "-name", "guest=vnf1,debug-threads=on",
            "-smp", "cpus=2",
            "-m", "size=4G",
            "-fsdev", "local,id=root9p,path=/,security_model=none,readonly=on,multidevs=remap",
            "-device", "virtio-9p-pci,id=dev0,fsdev=root9p,mount_tag=virtioroot,addr=2.0",
            "-device", "virtio-rng-pci,id=dev1,addr=3.0",
            "-device", "pvpanic-pci,id=dev2,addr=4.0",
            "-chardev", "socket,id=char1,path=/run/vpp/sock-1-1,server=on",
            "-netdev", "vhost-user,id=vhost1,chardev=char1,queues=1",
            "-device", "virtio-net-pci,id=nic1,vectors=4,netdev=vhost1,mac=52:54:00:00:01:01,mq=on,rx_queue_size=1024,tx_queue_size=1024,csum=off,gso=off,"
                + "guest_tso4=off,guest_tso6=off,guest_ecn=off,addr=6.0",
            "-chardev", "socket,id=char2,path=/run/vpp/sock-1-2,server=on",
            "-netdev", "vhost-user,id=vhost2,chardev=char2,queues=1",
            "-device", "virtio-net-pci,id=nic2,vectors=4,netdev=vhost2,mac=52:54:00:00:01:02,mq=on,rx_queue_size=1024,tx_queue_size=1024,csum=off,gso=off,"
                + "guest_tso4=off,guest_tso6=off,guest_ecn=off,addr=7.0",
            "-device", "virtio-serial-pci,id=dev3,addr=5.0",
            "-chardev", "socket,id=workload,path=workload.sock,server=on,wait=off",
            "-device", "virtserialport,id=dev4,chardev=workload,name=org.qemudsl.workload,bus=dev3.0",
            "-kernel", "/opt/boot/vmlinuz-5.4",
            "-initrd", "initramfs",
            "-append", "console=ttyS0 panic=-1 fastboot tsc=reliable hugepages=512 quiet",
            "-no-reboot",
            "-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
        ],
        (Vm() with
        {
            MemoryBackend = new MemoryBackendFile { Size = 4.GiB(), MemPath = "/dev/hugepages", Share = true },
            KernelParameters = KernelCommandLine.Empty.Add("quiet"),
        }).ToCommand(GuestMachine.Pc).Arguments);

    [Theory]
    [InlineData(GuestMachine.Pc, "qemu-system-x86_64", "pc", "ttyS0")]
    [InlineData(GuestMachine.Q35, "qemu-system-x86_64", "q35", "ttyS0")]
    [InlineData(GuestMachine.Virt, "qemu-system-aarch64", "virt", "ttyAMA0")]
    public void Machine_decides_program_console_and_interrupt_controller(GuestMachine machine, string program, string type, string console)
    {
        var command = (Vm() with { GicVersion = GicVersion.V3 }).ToCommand(machine);

        Assert.Equal(program, command.Program);
        Assert.StartsWith(type, command.Arguments.SkipWhile(static argument => argument != "-machine").ElementAt(1), StringComparison.Ordinal);
        Assert.Contains(command.Arguments, argument => argument.StartsWith($"console={console} ", StringComparison.Ordinal));
        Assert.Equal(machine == GuestMachine.Virt, command.Arguments.Any(static argument => argument.Contains("gic-version=3", StringComparison.Ordinal)));
        Assert.DoesNotContain(command.Check(), static finding => finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("There is no option group 'sandbox'")]
    [InlineData("failed to install seccomp syscall filter in the kernel")]
    public void QEMU_without_seccomp_is_told_what_to_do_and_needs_no_sandbox(string words)
    {
        var vm = Vm();
        var launch = new KernelVmLaunch(directory => new KernelVmCommand(vm, null).Build(GuestMachine.Pc, "initramfs", directory));

        var refusal = launch.Explain($"qemu-system-x86_64: -sandbox {launch.Arguments[^1]}: {words}")!;

        Assert.Equal("Sandbox", refusal.Record);
        Assert.StartsWith($"{words}. This QEMU, or the host's kernel, has no seccomp", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("set KernelVm.IsSandboxed to false", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(launch.Arguments.SkipLast(2), (vm with { IsSandboxed = false }).ToCommand(GuestMachine.Pc).Arguments);
    }

    [Fact]
    public void Memory_can_come_from_nodes_of_the_host()
    {
        var command = (Vm() with { MemoryNodes = "0-1" }).ToCommand();

        Assert.Equal(["-object", "memory-backend-memfd,id=mem0,size=4G,share=on,host-nodes=0-1,policy=bind"], command.Arguments.Take(2));
        Assert.DoesNotContain(command.Check(), static finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void A_VM_is_called_by_its_name_or_its_number()
    {
        Assert.Contains("guest=vnf1,debug-threads=on", Vm().ToCommand().Arguments);
        Assert.Contains("guest=left,,er,debug-threads=on", (Vm() with { Name = "left,er" }).ToCommand().Arguments);
    }

    private static VnfVm Vm() => new()
    {
        Kernel = new KernelFiles("5.4", "/opt/boot/vmlinuz-5.4", "/lib/modules/5.4"),
        Workload = new CommandWorkload("true"),
        Cpus = 2,
        Memory = 4.GiB(),
        GuestHugePages = 1.GiB(),
        Interfaces =
        [
            new VhostUserInterface("/run/vpp/sock-1-1") { Role = VhostUserRole.Listen, QueueSize = 1024 },
            new VhostUserInterface("/run/vpp/sock-1-2") { Role = VhostUserRole.Listen, QueueSize = 1024 },
        ],
    };

    private static IEnumerable<VnfInterface> Cards(int count) => Enumerable.Repeat(new VfioInterface("0000:5e:00.0"), count);
}

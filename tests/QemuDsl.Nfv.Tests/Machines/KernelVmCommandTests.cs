using QemuDsl.Machines;
using QemuDsl.Objects;

namespace QemuDsl.Nfv.Tests;

/// <summary>QEMU's options of a network function.</summary>
public sealed class KernelVmCommandTests
{
    // CSIT's, as its Python library makes them for QemuManager._c_default.
    private const string Original =
        "-daemonize -nodefaults -name vnf1,debug-threads=on -no-user-config -nographic -enable-kvm -pidfile /run/qemu_1.pid -cpu host "
        + "-machine pc,accel=kvm,usb=off,mem-merge=off -smp 2,sockets=1,cores=2,threads=1 "
        + "-object memory-backend-file,id=mem,size=4096M,mem-path=/dev/hugepages,share=on -m 4096M -numa node,memdev=mem "
        + "-fsdev local,id=root9p,path=/,security_model=none -device virtio-9p-pci,fsdev=root9p,mount_tag=virtioroot "
        + "-kernel /opt/boot/vmlinuz-5.4 -initrd /opt/boot/initrd.img-5.4 "
        + "-chardev socket,id=char1,path=/run/vpp/sock-1-1,server=on -netdev vhost-user,id=vhost1,chardev=char1,queues=1 "
        + "-device virtio-net-pci,netdev=vhost1,mac=52:54:00:00:01:01,addr=6.0,mq=on,vectors=4,csum=off,gso=off,guest_tso4=off,guest_tso6=off,"
        + "guest_ecn=off,rx_queue_size=1024,tx_queue_size=1024 "
        + "-chardev socket,id=char2,path=/run/vpp/sock-1-2,server=on -netdev vhost-user,id=vhost2,chardev=char2,queues=1 "
        + "-device virtio-net-pci,netdev=vhost2,mac=52:54:00:00:01:02,addr=7.0,mq=on,vectors=4,csum=off,gso=off,guest_tso4=off,guest_tso6=off,"
        + "guest_ecn=off,rx_queue_size=1024,tx_queue_size=1024";

    // The supervisor's (parity 20, 23, 26), the start's (25, 27), one spelling for another (22, 28 to 31), the device's own order and id.
    private static readonly string[] Said =
    [
        "-daemonize", "-nographic", "-enable-kvm", "-pidfile /run/qemu_1.pid", "-cpu host", "-name vnf1", "-machine accel=kvm", "-smp 2", "-smp sockets=1",
        "-smp cores=2", "-smp threads=1", "-object id=mem", "-object size=4096M", "-m 4096M", "-numa node", "-numa memdev=mem",
        "-initrd /opt/boot/initrd.img-5.4",
    ];

    [Fact]
    public void The_original_command_has_the_same_options()
    {
        var ours = Words(Vm().ToCommand(GuestMachine.Pc).Arguments);

        Assert.Equal(Said.Order(), Words(Original.Split(' ')).Except(ours).Order());
        Assert.Contains("-fsdev readonly=on", ours);
        Assert.Contains("-fsdev multidevs=remap", ours);
        Assert.Contains("-device name=org.qemudsl.workload", ours);
        Assert.Contains("-smp cpus=2", ours);
        Assert.Contains("-object size=4G", ours);
    }

    [Fact]
    public void The_kernel_is_told_what_it_needs() => Assert.Equal(
        "console=ttyS0 panic=-1 fastboot tsc=reliable hugepages=512 quiet",
        Vm().ToCommand(GuestMachine.Pc).Arguments.SkipWhile(static argument => argument != "-append").ElementAt(1));

    [Theory]
    [InlineData(GuestMachine.Pc, "qemu-system-x86_64", "pc", "ttyS0")]
    [InlineData(GuestMachine.Q35, "qemu-system-x86_64", "q35", "ttyS0")]
    [InlineData(GuestMachine.Virt, "qemu-system-aarch64", "virt", "ttyAMA0")]
    public void Machine_is_that_of_the_hosts_architecture(GuestMachine machine, string program, string type, string console)
    {
        var command = (Vm() with { GicVersion = GicVersion.V3 }).ToCommand(machine);

        Assert.Equal(program, command.Program);
        Assert.StartsWith(type, command.Arguments.SkipWhile(static argument => argument != "-machine").ElementAt(1), StringComparison.Ordinal);
        Assert.Contains(command.Arguments, argument => argument.StartsWith($"console={console} ", StringComparison.Ordinal));
        Assert.Equal(machine == GuestMachine.Virt, command.Arguments.Any(static argument => argument.Contains("gic-version=3", StringComparison.Ordinal)));
        Assert.DoesNotContain(command.Check(), static finding => finding.Severity == Severity.Error);
    }

    private static VnfVm Vm() => new()
    {
        Kernel = new KernelFiles("5.4", "/opt/boot/vmlinuz-5.4", "/lib/modules/5.4"),
        Workload = new CommandWorkload("true"),
        Cpus = 2,
        Memory = 4.GiB(),
        GuestHugePages = 1.GiB(),
        KernelParameters = KernelCommandLine.Empty.Add("quiet"),
        MemoryBackend = new MemoryBackendFile { Size = 4.GiB(), MemPath = "/dev/hugepages", Share = true },
        Interfaces =
        [
            new VhostUserInterface("/run/vpp/sock-1-1") { Role = VhostUserRole.Listen, QueueSize = 1024 },
            new VhostUserInterface("/run/vpp/sock-1-2") { Role = VhostUserRole.Listen, QueueSize = 1024 },
        ],
    };

    // "-device addr=6.0" and the like; a value stands with its option, an option without one alone.
    private static IEnumerable<string> Words(IEnumerable<string> arguments)
    {
        var option = "";
        var words = new HashSet<string>();
        foreach (var argument in arguments)
        {
            if (argument.StartsWith('-'))
            {
                option = argument;
                words.Add(option);
                continue;
            }

            words.Remove(option);
            words.UnionWith(argument.Split(',').Select(value => $"{option} {value}"));
        }

        return words;
    }
}

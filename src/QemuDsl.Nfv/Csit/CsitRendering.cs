using System.Globalization;

namespace QemuDsl.Nfv;

/// <summary>
/// Writes a VM as FD.io CSIT's Python library does: its options, its order, its spelling. Records have an order of their own, so that this is text.
/// </summary>
internal sealed class CsitRendering(KernelVm vm, CsitFiles files, GuestMachine machine)
{
    private string Id => vm.Id.ToString();

    private string Megabytes => string.Create(CultureInfo.InvariantCulture, $"{vm.Memory.Bytes >> 20}M");

    public CsitCommand ToCommand()
    {
        var (program, type, console) = machine switch
        {
            GuestMachine.Pc => ("/usr/bin/qemu-system-x86_64", "pc,accel=kvm,usb=off,mem-merge=off", "ttyS0"),
            GuestMachine.Virt => ("/usr/bin/qemu-system-aarch64", "virt,accel=kvm,usb=off,mem-merge=off,gic-version=3", "ttyAMA0"),
            _ => throw new ArgumentException($"The original has no machine {machine}. Use {nameof(GuestMachine.Pc)} or {nameof(GuestMachine.Virt)}."),
        };
        return new CsitCommand(program, [.. Defaults(type), .. Kernel(console), .. vm.AllInterfaces.SelectMany((nic, index) => Interface(nic, index + 1))]);
    }

    private IEnumerable<string> Defaults(string type) =>
    [
        "-daemonize", "-nodefaults", "-name", $"{Escaped(vm.NameOrNumber)},debug-threads=on", "-no-user-config", "-nographic", "-enable-kvm",
        "-pidfile", files.PidFile ?? $"/run/qemu_{Id}.pid", "-cpu", "host", "-machine", type,
        "-smp", string.Create(CultureInfo.InvariantCulture, $"{vm.Cpus},sockets=1,cores={vm.Cpus},threads=1"),
        "-object", $"memory-backend-file,id=mem,size={Megabytes},mem-path={Escaped(files.MemoryPath)},share=on", "-m", Megabytes, "-numa", "node,memdev=mem",
    ];

    private IEnumerable<string> Kernel(string console)
    {
        var hugePages = vm.HugePageCount.ToString(CultureInfo.InvariantCulture);
        var parameters = KernelCommandLine.Empty.Add("ro").Add("rootfstype", "9p").Add("rootflags", "trans=virtio").Add("root", "virtioroot")
            .Add("console", console).Add("tsc", "reliable").Add("hugepages", hugePages).Add("init", files.Init ?? $"/etc/vm_init_{Id}.conf").Add("fastboot");
        var directory = vm.Kernel.Image[..(vm.Kernel.Image.LastIndexOf('/') + 1)];
        return
        [
            "-serial", $"file:{Escaped(files.SerialLog ?? $"/tmp/serial_{Id}.log")}",
            "-fsdev", $"local,id=root9p,path={Escaped(vm.Root)},security_model=none", "-device", "virtio-9p-pci,fsdev=root9p,mount_tag=virtioroot",
            "-kernel", vm.Kernel.Image, "-initrd", files.Initrd ?? $"{directory}initrd.img-{vm.Kernel.Version}", "-append", parameters.Add(vm.KernelParameters).ToArgument(),
        ];
    }

    private IEnumerable<string> Interface(VnfInterface wanted, int number) => wanted switch
    {
        VhostUserInterface { Mergeable: null, Packed: null, Features: null, Reconnect: null, Vectors: null } nic => VhostUser(nic, number),
        VfioInterface card => ["-device", $"vfio-pci,host={card.Device},addr={Address(card, number)}"],
        _ => throw new ArgumentException($"Interface {number} has features, vectors or a reconnection that the original cannot say."),
    };

    private IEnumerable<string> VhostUser(VhostUserInterface nic, int number)
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        var gso = OnOff(nic.Gso);
        var size = nic.QueueSize is { } descriptors
            ? string.Create(CultureInfo.InvariantCulture, $",rx_queue_size={descriptors},tx_queue_size={descriptors}")
            : "";
        return
        [
            "-chardev", $"socket,id=char{n},path={Escaped(nic.Socket)}{(nic.Role == VhostUserRole.Listen ? ",server=on" : "")}",
            "-netdev", string.Create(CultureInfo.InvariantCulture, $"vhost-user,id=vhost{n},chardev=char{n},queues={nic.Queues}"),
            "-device", string.Create(
                CultureInfo.InvariantCulture,
                $"virtio-net-pci,netdev=vhost{n},mac={nic.Mac ?? vm.Id.Mac(number)},addr={Address(nic, number)},mq=on,vectors={(2 * nic.Queues) + 2},csum={OnOff(nic.Csum)},gso={gso},guest_tso4={gso},guest_tso6={gso},guest_ecn={gso}{size}"),
        ];
    }

    private static PciAddress Address(VnfInterface nic, int number) => nic.Address ?? new PciAddress(number + 5);

    private static string OnOff(bool value) => value ? "on" : "off";

    private static string Escaped(string value) => value.Replace(",", ",,", StringComparison.Ordinal);
}

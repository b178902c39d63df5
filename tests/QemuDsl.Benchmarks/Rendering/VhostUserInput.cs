namespace QemuDsl.Benchmarks.Rendering;

/// <summary>What varies between VMs, as the hand-written version takes it.</summary>
internal sealed record VhostUserInput(
    string Name, int Cpus, int MemoryGiB, string HugePages, string Kernel, string Initrd, string Append, string SerialLog,
    IReadOnlyList<string> Sockets, IReadOnlyList<string> Macs)
{
    public static VhostUserInput Lab { get; } = new(
        "vnf1", 4, 4, "/dev/hugepages", "/opt/boot/vmlinuz", "/opt/boot/initrd.img",
        "ro rootfstype=9p rootflags=trans=virtio root=virtioroot console=ttyS0", "/run/vnf/serial_1.log",
        ["/run/vpp/sock-0", "/run/vpp/sock-1"], ["52:54:00:00:01:00", "52:54:00:00:01:01"]);
}

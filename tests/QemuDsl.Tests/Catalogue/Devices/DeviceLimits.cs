namespace QemuDsl.Tests.Catalogue;

internal static class DeviceLimits
{
    // QEMU 7.2 and 10.0 say nothing: virtio_add_queue calls abort().
    private const string? Aborts = null;

    public static IEnumerable<DeviceLimit> All =>
    [
        new(
            "virtio-blk queue",
            [Disk(queueSize: 4), Disk(queueSize: 1024)],
            [Disk(queueSize: 2), Disk(queueSize: 2048), Disk(queueSize: 96)],
            "invalid queue-size"),
        new("virtio-blk queues", [Disk(numQueues: 1)], [Disk(numQueues: 0)], "num-queues property must be larger than 0"),
        new(
            "block size",
            [Blocks(512), Blocks(2 << 20)],
            [Blocks(256), Blocks(4 << 20), Blocks(1536)],
            "logical_block_size|power of 2"),
        new(
            "virtio-scsi queue",
            [Scsi(queueSize: 4), Scsi(queueSize: 1024)],
            [Scsi(queueSize: 2), Scsi(queueSize: 2048)],
            Aborts),
        new("virtio-scsi queues", [Scsi(queues: 1), Scsi(queues: 1022)], [Scsi(queues: 0), Scsi(queues: 1023)], "Invalid number of queues"),
        new(
            "receive queue",
            [Card(receive: 256), Card(receive: 1024)],
            [Card(receive: 128), Card(receive: 2048), Card(receive: 300)],
            "Invalid rx_queue_size"),
        new("transmit queue", [Card(transmit: 256)], [Card(transmit: 128), Card(transmit: 2048)], "Invalid tx_queue_size"),
        new("transmit queue of a user network", [], [Card(transmit: 512)], "Invalid tx_queue_size") { PassedBefore = true },
        new("virtio-serial ports", [Ports(511)], [Ports(512)], "maximum ports supported: 511"),
        new("screens", [Qemu.Pc().AddVga(vgaMemMb: 512)], [], ""),
        new("NVMe queues", [Nvme(1), Nvme(65535)], [Nvme(0)], "max_ioqpairs must be between 1 and 65535"),
        new("NVMe vectors", [Nvme(msix: 1), Nvme(msix: 2048)], [Nvme(msix: 0), Nvme(msix: 2049)], "msix_qsize|MSI-X|nentries"),
        new("chassis", [Bridge(1), Bridge(255)], [Bridge(0)], "chassis"),
        new("reserved space", [Port(prefetchable: null)], [Port(prefetchable: 2.MiB())], "conflict"),
        new("width of an IOMMU", [Iommu(39), Iommu(48)], [Iommu(40)], "aw-bits"),
        new("ACPI index", [Indexed(1), Indexed(16383)], [Indexed(16384)], "acpi-index"),
        new(
            "topology of CPUs",
            [Qemu.Pc().AddSmp(cpus: 4, sockets: 2, cores: 2, threads: 1), Qemu.Pc().AddSmp(cpus: 2, maxCpus: 8, sockets: 2, dies: 2, cores: 2, threads: 1)],
            [Qemu.Pc().AddSmp(cpus: 4, sockets: 1, cores: 2, threads: 1), Qemu.Pc().AddSmp(cpus: 2, maxCpus: 4, sockets: 2, cores: 1, threads: 1)],
            "Invalid CPU topology"),
        new("vhost-user over a file", [], [Qemu.Pc().AddVirtioNetPci(new VhostUserNetdev { Chardev = new FileChardev { Path = "/dev/null" } })], "not reconnectable|chardev"),
        new("device of the host", [], [Qemu.Pc().AddVfioPci()], "No provided host device|host"),
    ];

    private static QemuCommand<Pc> Disk(ushort? queueSize = null, ushort? numQueues = null) =>
        Qemu.Pc().Add(new VirtioBlkPci { Drive = Filled.Disk(), QueueSize = queueSize, NumQueues = numQueues });

    private static QemuCommand<Pc> Blocks(long size) =>
        Qemu.Pc().Add(new VirtioBlkPci { Drive = Filled.Disk(), LogicalBlockSize = new(size), PhysicalBlockSize = new(size) });

    private static QemuCommand<Pc> Scsi(uint? queueSize = null, uint? queues = null) =>
        Qemu.Pc().Add(new VirtioScsiPci { VirtqueueSize = queueSize, NumQueues = queues });

    private static QemuCommand<Pc> Card(ushort? receive = null, ushort? transmit = null) =>
        Qemu.Pc().Add(new VirtioNetPci { Netdev = new UserNetdev(), RxQueueSize = receive, TxQueueSize = transmit });

    private static QemuCommand<Pc> Ports(uint count) => Qemu.Pc().Add(new VirtioSerialPci { MaxPorts = count });

    private static QemuCommand<Pc> Nvme(uint? queues = null, ushort? msix = null) =>
        Qemu.Pc().Add(new Nvme { Drive = Filled.Disk(), Serial = "nvme", MaxIoQPairs = queues, MsixQSize = msix });

    private static QemuCommand<Pc> Bridge(byte chassis) => Qemu.Pc().Add(new PciBridge { ChassisNr = chassis });

    private static QemuCommand<Q35> Port(ByteSize? prefetchable) =>
        Qemu.Q35().Add(new PcieRootPort { Pref64Reserve = 1.GiB(), Pref32Reserve = prefetchable });

    private static QemuCommand<Q35> Iommu(byte width) => Qemu.Q35().AddIntelIommu(awBits: width);

    private static QemuCommand<Pc> Indexed(uint index) => Qemu.Pc().Add(new E1000 { Netdev = new UserNetdev(), AcpiIndex = index });
}

namespace QemuDsl.Tests.Catalogue;

/// <summary>Gives devices the keys they share with others, so that a sample shows only their own.</summary>
internal static class Filled
{
    public static NullCoBlockdev Disk(bool readOnly = false) => new()
    {
        Size = 1.MiB(), ReadZeroes = true, ReadOnly = readOnly ? true : null,
    };

    public static T Virtio<T>(T device)
        where T : VirtioDevice => (T)((VirtioDevice)device with
        {
            IommuPlatform = false,
            Packed = true,
            EventIdx = false,
            IndirectDesc = true,
            AnyLayout = true,
            QueueReset = true,
        });

    public static T Net<T>(T card)
        where T : VirtioNet => (T)((VirtioNet)Virtio(card) with
        {
            MultiQueue = true,
            RxQueueSize = 512,
            TxQueueSize = 256,
            HostMtu = 1400,
            Csum = true,
            Gso = false,
            MrgRxBuf = true,
            GuestCsum = true,
            GuestTso4 = true,
            GuestTso6 = false,
            GuestEcn = false,
            GuestUfo = false,
            GuestAnnounce = true,
            HostTso4 = true,
            HostTso6 = false,
            HostEcn = false,
            HostUfo = false,
            CtrlVq = true,
            CtrlRx = true,
            CtrlRxExtra = false,
            CtrlVlan = false,
            CtrlMacAddr = true,
            CtrlGuestOffloads = true,
            Status = true,
            Rss = true,
            Hash = true,
            GuestRscExt = false,
            RscInterval = 300_000,
            Failover = false,
            Speed = 1000,
            Duplex = VirtioNetDuplex.Full,
            Tx = VirtioNetTx.Bh,
        });

    public static T Blk<T>(T disk)
        where T : VirtioBlk => (T)((VirtioBlk)Virtio(disk) with
        {
            NumQueues = 2,
            QueueSize = 128,
            Serial = "a disk, with comma",
            Discard = true,
            WriteZeroes = true,
            MaxDiscardSectors = 1024,
            MaxWriteZeroesSectors = 2048,
            ReportDiscardGranularity = true,
            ConfigWce = false,
            RequestMerging = false,
            SegMaxAdjust = true,
            LogicalBlockSize = new ByteSize(512),
            PhysicalBlockSize = 4.KiB(),
            MinIoSize = 4.KiB(),
            OptIoSize = 8.KiB(),
            DiscardGranularity = 4.KiB(),
            WriteCache = OnOffAuto.On,
            ShareRw = true,
            RError = BlockdevOnError.Report,
            WError = BlockdevOnError.Enospc,
            Cyls = 16,
            Heads = 4,
            Secs = 32,
        });

    public static T Scsi<T>(T adapter)
        where T : VirtioScsi => (T)((VirtioScsi)Virtio(adapter) with
        {
            NumQueues = 2,
            VirtqueueSize = 256,
            MaxSectors = 4096,
            CmdPerLun = 64,
            Hotplug = true,
            ParamChange = true,
            SegMaxAdjust = true,
        });

    public static T Gpu<T>(T card)
        where T : VirtioGpu => (T)((VirtioGpu)Virtio(card) with
        {
            MaxOutputs = 2,
            XRes = 1024,
            YRes = 768,
            MaxHostMem = 64.MiB(),
            Edid = true,
            Blob = false,
        });

    public static T Input<T>(T device, QemuId display)
        where T : VirtioInput => (T)((VirtioInput)Virtio(device) with { Serial = "input", Display = display, Head = 0 });

    public static T Ide<T>(T disk)
        where T : IdeDisk => (T)((IdeDisk)disk with
        {
            Serial = "QD1",
            Model = "QDSL",
            Ver = "1.0",
            Wwn = 0x5000c50015ea71ac,
            LogicalBlockSize = new ByteSize(512),
            PhysicalBlockSize = 4.KiB(),
            MinIoSize = 4.KiB(),
            OptIoSize = 8.KiB(),
            WriteCache = OnOffAuto.Auto,
            ShareRw = true,
            RError = BlockdevOnError.Stop,
            WError = BlockdevOnError.Ignore,
        });

    public static T OnScsi<T>(T disk)
        where T : ScsiDisk => (T)((ScsiDisk)disk with
        {
            Channel = 0,
            ScsiId = 1,
            Serial = "QD2",
            Vendor = "QDSL",
            Product = "disk",
            Ver = "1.0",
            DeviceId = "device, with comma",
            Wwn = 0x5000c50015ea71ad,
            PortWwn = 0x5000c50015ea71ae,
            PortIndex = 1,
            ScsiVersion = 5,
            MaxIoSize = 1 << 20,
            LogicalBlockSize = new ByteSize(512),
            PhysicalBlockSize = 4.KiB(),
            MinIoSize = 4.KiB(),
            OptIoSize = 8.KiB(),
            DiscardGranularity = 4.KiB(),
            WriteCache = OnOffAuto.Off,
            ShareRw = true,
            RError = BlockdevOnError.Auto,
            WError = BlockdevOnError.Report,
        });
}

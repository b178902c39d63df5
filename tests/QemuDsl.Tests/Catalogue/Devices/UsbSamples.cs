namespace QemuDsl.Tests.Catalogue;

internal static class UsbSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("keys, pointer and stick", stage => KeysPointerAndStick(stage)),
        new("device of the host", stage => WithController(usb => new UsbHost
        {
            UsbBus = usb,
            HostBus = 99,
            HostAddr = 1,
            HostPort = "1.2",
            VendorId = 0x1d6b,
            ProductId = 2,
            GuestReset = false,
            GuestResetsAll = false,
            IsoBufs = 4,
            IsoBSize = 32,
            Pipeline = true,
            SuppressRemoteWake = true,
            LogLevel = 1,
            Port = "1",
            Pcap = stage.Path("pcap"),
            BootIndex = 1,
        }))
        {
            StopsAt = "failed to init libusb", MayRun = true,
        },
        new("device of the host by file", stage => WithController(usb => new UsbHost { UsbBus = usb, HostDevice = stage.Path("absent") }))
        {
            StopsAt = "failed to open .*absent|failed to init libusb|No such file",
        },
    ];

    private static QemuCommand<Q35> WithController(Func<QemuXhci, UsbHost> device)
    {
        var usb = new QemuXhci();
        return Qemu.Q35().Add(usb).Add(device(usb));
    }

    private static QemuCommand<Q35> KeysPointerAndStick(Stage stage)
    {
        var usb = new QemuXhci { P2 = 8, P3 = 4, Streams = true };
        return Qemu.Q35()
            .Add(new Vga { Id = "screen" })
            .Add(usb)
            .Add(new UsbTablet
            {
                UsbBus = usb,
                UsbVersion = 2,
                Display = "screen",
                Head = 0,
                Port = "1",
                Serial = "tablet",
                Pcap = stage.Path("tablet"),
                MsosDesc = true,
            })
            .Add(new UsbKbd
            {
                UsbBus = usb, UsbVersion = 1, Display = "screen", Port = "2", Serial = "keys", Pcap = stage.Path("keys"), MsosDesc = false,
            })
            .Add(Stick(stage, usb));
    }

    private static UsbStorage Stick(Stage stage, QemuXhci usb) => new()
    {
        UsbBus = usb,
        Drive = Filled.Disk(),
        Removable = true,
        CommandLog = false,
        BootIndex = 1,
        LogicalBlockSize = new ByteSize(512),
        PhysicalBlockSize = 4.KiB(),
        MinIoSize = 4.KiB(),
        OptIoSize = 8.KiB(),
        DiscardGranularity = 4.KiB(),
        WriteCache = OnOffAuto.On,
        ShareRw = true,
        RError = BlockdevOnError.Report,
        WError = BlockdevOnError.Stop,
        Port = "3",
        Serial = "stick",
        Pcap = stage.Path("stick"),
        MsosDesc = true,
    };
}

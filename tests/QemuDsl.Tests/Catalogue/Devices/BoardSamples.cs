namespace QemuDsl.Tests.Catalogue;

internal static class BoardSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("serial ports", stage => Qemu.Pc()
            .Add(new IsaSerial
            {
                Chardev = new FileChardev { Path = stage.Path("serial, with comma") },
                Index = 1,
                IoBase = 0x2f8,
                Irq = 3,
                BaudBase = 115_200,
                Wakeup = true,
            })
            .Add(new PciSerial { Chardev = new NullChardev(), ProgIf = 2 })
            .Add(new IsaDebugcon { Chardev = new NullChardev(), IoBase = 0x402, Readback = 0xe9 })),
        new("exit and panic", _ => Qemu.Pc()
            .Add(new IsaDebugExit { IoBase = 0xf4, IoSize = 4 })
            .Add(new Pvpanic { IoPort = 0x505, Events = 1 })
            .Add(new PvpanicPci { Events = 2 })
            .Add(new I6300esb { Id = "dog" })),
        new("IOMMU", _ => Qemu.Q35().AddIntelIommu(
            intRemap: OnOffAuto.On,
            eim: OnOffAuto.Off,
            deviceIotlb: true,
            cachingMode: true,
            snoopControl: false,
            awBits: 48,
            dmaDrain: true,
            dmaTranslation: true,
            pt: false)),
        new("IOMMU with large pages", _ => Qemu.Q35().AddIntelIommu(fs1gp: false)) { Since = new(10, 0) },
        new("TPM behind TIS", async stage => Qemu.Pc().Add(new TpmTis { Tpmdev = await TpmAsync(stage), Irq = 6, Ppi = false })),
        new("TPM behind CRB", async stage => Qemu.Q35().AddTpmCrb(await TpmAsync(stage), ppi: true)),
        new("TPM of aarch64", async stage => Qemu.Virt().AddTpmTisDevice(await TpmAsync(stage))) { Target = "aarch64" },
        new("devices that switches name", stage => Named(stage)),
    ];

    private static QemuCommand<Pc> Named(Stage stage)
    {
        var card = new E1000 { Netdev = new UserNetdev() };
        var screen = new Vga();
        return Qemu.Pc()
            .Add(card)
            .Add(screen)
            .Add(new SmbiosOnboardDevice { Kind = "ethernet", Instance = 1, PciDev = card })
            .Add(new Vnc { Address = $"unix:{stage.Path("vnc")}", Display = screen });
    }

    private static async Task<EmulatorTpmdev> TpmAsync(Stage stage) => new()
    {
        Chardev = new SocketChardev
        {
            Path = await stage.ServerAsync(
                "tpm", "swtpm", "socket", "--tpm2", "--tpmstate", $"dir={stage.Folder}", "--ctrl", $"type=unixio,path={stage.Path("tpm")}"),
        },
    };
}

namespace QemuDsl.Tests.Catalogue;

internal static class VirtioScreenSamples
{
    private const string Modules = "The unpacked QEMU has no modules, and virtio-gpu is one.";

    public static IEnumerable<Sample> All =>
    [
        new("screen", _ => Qemu.Q35().Add(Filled.Gpu(new VirtioGpuPci
        {
            Vectors = 3,
            DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
        })))
        {
            NotUnpacked = Modules,
        },
        new("screen, keys and pointer on mmio", _ => Qemu.Microvm()
            .Add(Filled.Gpu(new VirtioGpuDevice { Id = "screen" }))
            .Add(Filled.Input(new VirtioKeyboardDevice(), "screen"))
            .Add(Filled.Input(new VirtioTabletDevice { WheelAxis = true }, "screen")))
        {
            NotUnpacked = Modules,
        },
        new("keys and pointer", _ => Qemu.Q35()
            .Add(new Vga { Id = "screen" })
            .Add(Filled.Input(Keys, "screen"))
            .Add(Filled.Input(Pointer, "screen"))),
    ];

    private static VirtioKeyboardPci Keys => new()
    {
        Vectors = 2, DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
    };

    private static VirtioTabletPci Pointer => new()
    {
        WheelAxis = true, Vectors = 2,
        DisableLegacy = OnOffAuto.On, DisableModern = false, Ats = true, Aer = true, PagePerVq = true,
    };
}

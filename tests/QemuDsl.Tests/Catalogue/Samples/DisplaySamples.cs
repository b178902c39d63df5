namespace QemuDsl.Tests.Catalogue;

internal static class DisplaySamples
{
    private const string NoDesktop = "is not available|initialization failed|Could not initialize|cannot open display|opengl is not";

    public static IEnumerable<Sample> All =>
    [
        new("none", _ => Qemu.Pc().Add(new NoneDisplay { FullScreen = false, WindowClose = false, ShowCursor = true, Gl = DisplayGl.Off })),
        new("D-Bus between peers", _ => Qemu.Pc()
            .Add(new DbusDisplay { P2p = true, Audiodev = new NoneAudiodev(), FullScreen = false, WindowClose = true, ShowCursor = true,
                Gl = DisplayGl.Off }))
        {
            StopsAt = $"Audiodev 'audio0' is not compatible with DBus|{NoDesktop}",
        },
        new("D-Bus", _ => Qemu.Pc().Add(new DbusDisplay { Addr = "unix:path=/qdsl-absent", RenderNode = "/dev/dri/renderD128" }))
        {
            StopsAt = "Could not connect|No such file|failed",
        },
        new("EGL", _ => Qemu.Pc()
            .Add(new EglHeadlessDisplay { RenderNode = "/dev/qdsl-absent", FullScreen = false, WindowClose = false, ShowCursor = false,
                Gl = DisplayGl.On }))
        {
            StopsAt = "egl",
        },
        new("curses", _ => Qemu.Pc()
            .Add(new CursesDisplay { Charset = "CP437", FullScreen = false, WindowClose = false, ShowCursor = false, Gl = DisplayGl.Off }))
        {
            StopsAt = $"We need a terminal output|Error opening terminal|{NoDesktop}",
        },
        new("GTK", _ => Qemu.Pc().Add(new GtkDisplay
        {
            GrabOnHover = true,
            ZoomToFit = true,
            ShowTabs = true,
            ShowMenubar = true,
            FullScreen = false,
            WindowClose = false,
            ShowCursor = true,
            Gl = DisplayGl.Off,
        }))
        {
            StopsAt = NoDesktop,
        },
        new("SDL", _ => Qemu.Pc()
            .Add(new SdlDisplay { GrabMod = SdlGrabMod.Rctrl, FullScreen = false, WindowClose = false, ShowCursor = true,
                Gl = DisplayGl.Off }))
        {
            StopsAt = NoDesktop,
        },
        new("Spice viewer", _ => Qemu.Pc()
            .Add(new SpiceAppDisplay { FullScreen = false, WindowClose = false, ShowCursor = true, Gl = DisplayGl.Off }))
        {
            StopsAt = "spice|Failed|No application",
        },
    ];
}

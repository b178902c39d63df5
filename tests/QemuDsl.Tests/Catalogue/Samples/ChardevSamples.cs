namespace QemuDsl.Tests.Catalogue;

internal static class ChardevSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("UNIX socket", stage => Qemu.Pc().Add(new SocketChardev
        {
            Id = "c0",
            Path = stage.Path("sock"),
            Abstract = false,
            Tight = true,
            Server = true,
            Wait = false,
            Mux = true,
            LogFile = stage.Path("log"),
            LogAppend = true,
        })),
        new("abstract UNIX socket", stage => Qemu.Pc()
            .Add(new SocketChardev { Path = $"qdsl{stage.Folder}", Abstract = true, Tight = false, Server = true, Wait = false })),
        new("TCP socket", _ => Qemu.Pc().Add(new SocketChardev
        {
            Host = "127.0.0.1",
            Port = 0,
            To = 10,
            Ipv4 = true,
            Ipv6 = false,
            Server = true,
            Wait = false,
            NoDelay = true,
            Telnet = true,
        })),
        new("WebSocket", _ => Qemu.Pc()
            .Add(new SocketChardev { Host = "127.0.0.1", Port = 0, Server = true, Wait = false, WebSocket = true, Telnet = false,
                Tn3270 = false })),
        new("tn3270", _ => Qemu.Pc().Add(new SocketChardev { Host = "127.0.0.1", Port = 0, Server = true, Wait = false, Tn3270 = true })),
        new("TLS socket", _ => Qemu.Pc()
            .Add(new SocketChardev { Host = "127.0.0.1", Port = 0, Server = true, Wait = false, TlsCreds = "tls0", TlsAuthz = "authz0" }))
        {
            StopsAt = "No TLS credentials with id 'tls0'",
        },
        new("socket by descriptor", _ =>
            Qemu.Pc().Add(new SocketChardev { Fd = "99" })) { StopsAt = "not a socket|Bad file descriptor|invalid" },
        new("socket that comes back, the old way", stage => Qemu.Pc().Add(new SocketChardev { Path = stage.Listener("peer"),
            Reconnect = 1 })),
        new("socket that comes back", stage => Qemu.Pc().Add(new SocketChardev { Path = stage.Listener("peer"), ReconnectMs = 100 }))
        {
            Since = new(9, 2),
        },
        new("file", stage => Qemu.Pc().Add(new FileChardev
        {
            Id = "c0",
            Path = stage.Path("a, b=\"c\" d.log"),
            Append = true,
            Mux = true,
            LogFile = stage.Path("log"),
            LogAppend = false,
        })),
        new("file that is read", stage => Qemu.Pc().Add(new FileChardev { Path = stage.Path("out"), InputPath = stage.File("in") }))
        {
            Since = new(8, 1),
        },
        new("pipe", async stage => Qemu.Pc().Add(new PipeChardev
        {
            Id = "c0",
            Path = await stage.PipeAsync("pipe"),
            Mux = true,
            LogFile = stage.Path("log"),
            LogAppend = true,
        })),
        new("pseudo terminal", stage => Qemu.Pc()
            .Add(new PtyChardev { Id = "c0", Mux = true, LogFile = stage.Path("log"), LogAppend = true })),
        new("pseudo terminal with a name", stage => Qemu.Pc().Add(new PtyChardev { Path = stage.Path("tty") })) { Since = new(9, 2) },
        new("standard input and output", stage => Qemu.Pc()
            .Add(new StdioChardev { Id = "c0", Signal = false, Mux = true, LogFile = stage.Path("log"), LogAppend = true })),
        new("null", stage => Qemu.Pc()
            .Add(new NullChardev { Id = "c0", Mux = false, LogFile = stage.Path("log"), LogAppend = true })),
        new("ring buffer", stage => Qemu.Pc()
            .Add(new RingbufChardev { Id = "c0", Size = 64.KiB(), Mux = false, LogFile = stage.Path("log"), LogAppend = true })),
        new("UDP", stage => Qemu.Pc().Add(new UdpChardev
        {
            Id = "c0",
            Host = "127.0.0.1",
            Port = 5003,
            LocalAddr = "127.0.0.1",
            LocalPort = 0,
            Ipv4 = true,
            Ipv6 = false,
            Mux = true,
            LogFile = stage.Path("log"),
            LogAppend = true,
        })),
    ];
}

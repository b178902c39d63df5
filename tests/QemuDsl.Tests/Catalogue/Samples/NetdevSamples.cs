namespace QemuDsl.Tests.Catalogue;

internal static class NetdevSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("user network", stage => Qemu.Pc().Add(new UserNetdev
        {
            Id = "n0",
            Ipv4 = true,
            Ipv6 = true,
            Restrict = true,
            Hostname = "guest",
            Net = "10.0.3.0/24",
            Host = "10.0.3.2",
            DhcpStart = "10.0.3.20",
            Dns = "10.0.3.3",
            DnsSearch = ["lab.example", "example"],
            DomainName = "lab.example",
            Ipv6Prefix = "fec1::",
            Ipv6PrefixLen = 64,
            Ipv6Host = "fec1::2",
            Ipv6Dns = "fec1::3",
            Tftp = stage.Folder,
            TftpServerName = "boot",
            BootFile = "/pxelinux.0",
            HostFwd = [HostForward.Tcp(0, 22), "udp:127.0.0.1:0-10.0.3.20:53"],
            GuestFwd = ["tcp:10.0.3.100:80-cmd:true a,b"],
        })),
        new("user network with SMB", stage => Qemu.Pc().Add(new UserNetdev { Smb = stage.Folder, SmbServer = "10.0.2.4" }))
        {
            StopsAt = "Could not find '.*smbd'",
        },
        new("tap by name", _ => Qemu.Pc().Add(new TapNetdev
        {
            Id = "n0",
            IfName = "qdsl-absent",
            Script = "no",
            DownScript = "no",
            SndBuf = 1.MiB(),
            VnetHdr = true,
            Vhost = false,
            VhostForce = false,
            Queues = 1,
            PollUs = 10,
        }))
        {
            StopsAt = TunRefused, MayRun = true,
        },
        new("tap by helper", _ => Qemu.Pc().Add(new TapNetdev { Helper = "/bin/false", Br = "br9" })) { StopsAt = "bridge helper failed" },
        new("tap by descriptor", _ => Qemu.Pc().Add(new TapNetdev { Fd = "99", Vhost = true,
            VhostFd = "98" })) { StopsAt = "invalid|Bad file descriptor" },
        new("tap by descriptors", _ => Qemu.Pc().Add(new TapNetdev { Fds = [98, 99], Vhost = true, VhostFds = [96, 97] }))
        {
            StopsAt = "invalid|Bad file descriptor",
        },
        new("bridge", _ => Qemu.Pc().Add(new BridgeNetdev { Id = "n0", Br = "br9",
            Helper = "/bin/false" })) { StopsAt = "bridge helper failed" },
        new("socket that listens", _ => Qemu.Pc().Add(new SocketNetdev { Id = "n0", Listen = "127.0.0.1:0" })),
        new("socket that connects", _ => Qemu.Pc().Add(new SocketNetdev { Connect = "127.0.0.1:1" })),
        new("multicast socket", _ => Qemu.Pc().Add(new SocketNetdev { Mcast = "230.0.0.1:1234", LocalAddr = "127.0.0.1" })),
        new("UDP socket", _ => Qemu.Pc().Add(new SocketNetdev { Udp = "127.0.0.1:5001", LocalAddr = "127.0.0.1:0" })),
        new("socket by descriptor", _ => Qemu.Pc().Add(new SocketNetdev { Fd = "99" })) { StopsAt = "SO_TYPE|Bad file descriptor|invalid" },
        new("stream over TCP", _ => Qemu.Pc().Add(new StreamNetdev
        {
            Id = "n0",
            Server = true,
            Addr = new InetSocketAddress { Host = "127.0.0.1", Port = "0", Numeric = true, To = 10, Ipv4 = true, Ipv6 = false },
        })),
        new("stream over a UNIX socket", stage => Qemu.Pc().Add(new StreamNetdev
        {
            Addr = new UnixSocketAddress { Path = stage.Listener("peer"), Abstract = false, Tight = true }, Server = false,
        })),
        new("stream over vsock", _ => Qemu.Pc().Add(new StreamNetdev { Addr = new VsockSocketAddress { Cid = "2", Port = "5" },
            Server = true }))
        {
            StopsAt = "vsock|address family|AF_VSOCK", MayRun = true,
        },
        new("stream that comes back", stage => Qemu.Pc()
            .Add(new StreamNetdev { Addr = new UnixSocketAddress { Path = stage.Listener("peer") }, ReconnectMs = 100 }))
        {
            Since = new(9, 2),
        },
        new("stream that comes back, the old way", stage => Qemu.Pc()
            .Add(new StreamNetdev { Addr = new UnixSocketAddress { Path = stage.Listener("peer") }, Reconnect = 1 }))
        {
            Since = new(8, 0),
        },
        new("TCP options", _ => Qemu.Pc().Add(new StreamNetdev
        {
            Addr = new InetSocketAddress { Host = "127.0.0.1", Port = "1", KeepAlive = true, Mptcp = false },
        }))
        {
            StopsAt = "refused|n0|netdev0",
        },
        new("datagrams", _ => Qemu.Pc().Add(new DgramNetdev
        {
            Id = "n0",
            Local = new InetSocketAddress { Host = "127.0.0.1", Port = "0" },
            Remote = new InetSocketAddress { Host = "127.0.0.1", Port = "5002" },
        })),
        new("datagrams by descriptor", _ => Qemu.Pc().Add(new DgramNetdev { Local = new FdSocketAddress { Str = "99" } }))
        {
            StopsAt = "SO_TYPE|Bad file descriptor|not a socket|invalid",
        },
        new("vhost-user", stage => Qemu.Pc().WithMemory(64.MiB(), share: true).Add(new VhostUserNetdev
        {
            Id = "n0",
            Chardev = new SocketChardev { Path = stage.Path("vhost"), Server = true },
            VhostForce = true,
            Queues = 2,
        }))
        {
            StopsAt = "waiting for connection",
        },
        new("hub", _ => Qemu.Pc().Add(new HubportNetdev { Id = "n0", HubId = 3, Netdev = new UserNetdev() })),
    ];

    private const string TunRefused = "could not (open|configure) /dev/net/tun";
}

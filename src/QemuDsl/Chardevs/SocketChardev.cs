namespace QemuDsl.Chardevs;

/// <summary>A socket: UNIX with a path, TCP with host and port (<c>-chardev socket</c>).</summary>
[Chardev("socket")]
public sealed partial record SocketChardev : CharacterDevice
{
    /// <summary>Path of a UNIX socket (<c>path</c>).</summary>
    [SocketPath]
    [Conflicts(nameof(Port))]
    [Conflicts(nameof(Fd))]
    public string? Path { get; init; }

    /// <summary>Whether the path is an abstract name (<c>abstract</c>).</summary>
    [Requires(nameof(Path))]
    public bool? Abstract { get; init; }

    /// <summary>Whether an abstract name ends where the text does (<c>tight</c>).</summary>
    [Requires(nameof(Path))]
    public bool? Tight { get; init; }

    /// <summary>Address; as a server, the one it listens on (<c>host</c>).</summary>
    [Requires(nameof(Port))]
    public string? Host { get; init; }

    /// <summary>Port; 0 lets the kernel choose (<c>port</c>).</summary>
    [Conflicts(nameof(Fd))]
    public string? Port { get; init; }

    /// <summary>Descriptor that is open already (<c>fd</c>).</summary>
    public string? Fd { get; init; }

    /// <summary>Highest port a server tries (<c>to</c>).</summary>
    [Requires(nameof(Port))]
    public ushort? To { get; init; }

    /// <summary>Whether IPv4 is used (<c>ipv4</c>).</summary>
    public bool? Ipv4 { get; init; }

    /// <summary>Whether IPv6 is used (<c>ipv6</c>).</summary>
    public bool? Ipv6 { get; init; }

    /// <summary>Whether it listens; otherwise it connects (<c>server</c>).</summary>
    public bool? Server { get; init; }

    /// <summary>Whether QEMU waits for a client before it starts (<c>wait</c>).</summary>
    [Requires(nameof(Server))]
    public bool? Wait { get; init; }

    /// <summary>Whether small packets go at once (<c>nodelay</c>).</summary>
    [Conflicts(nameof(Delay))]
    public bool? Nodelay { get; init; }

    /// <summary>Whether small packets are gathered (<c>delay</c>).</summary>
    public bool? Delay { get; init; }

    /// <summary>Whether it speaks Telnet (<c>telnet</c>).</summary>
    public bool? Telnet { get; init; }

    /// <summary>Whether it speaks WebSocket (<c>websocket</c>).</summary>
    public bool? Websocket { get; init; }

    /// <summary>Whether it speaks TN3270 (<c>tn3270</c>).</summary>
    public bool? Tn3270 { get; init; }

    /// <summary>Id of the TLS credentials (<c>tls-creds</c>).</summary>
    public string? TlsCreds { get; init; }

    /// <summary>Id of the TLS authorization (<c>tls-authz</c>).</summary>
    public string? TlsAuthz { get; init; }

    /// <summary>Seconds until a client connects again (<c>reconnect</c>).</summary>
    [Removed("10.2", Instead = "ReconnectMs")]
    [Conflicts(nameof(ReconnectMs))]
    public uint? Reconnect { get; init; }

    /// <summary>Milliseconds until a client connects again (<c>reconnect-ms</c>).</summary>
    [Since("9.2", Instead = "Reconnect")]
    public uint? ReconnectMs { get; init; }

    static partial void CheckMore(SocketChardev value, Findings findings)
    {
        if (value is { Path: null, Port: null, Fd: null })
        {
            findings.Error(FindingIds.Requirement, "path", null, "is missing, and so are port and fd", "Set Path for a UNIX socket, Host and Port for TCP, or Fd.");
        }
    }
}

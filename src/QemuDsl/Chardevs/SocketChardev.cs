namespace QemuDsl.Chardevs;

/// <summary>A UNIX or TCP socket (<c>-chardev socket</c>).</summary>
/// <remarks>Exactly one of <c>path</c>, <c>port</c> and <c>fd</c> says where.</remarks>
[Chardev("socket")]
public sealed partial record SocketChardev : LoggedChardev
{
    /// <summary>Path of a UNIX socket, at most 107 bytes (<c>path</c>).</summary>
    [SocketPath]
    [Conflicts(nameof(Port))]
    [Conflicts(nameof(Fd))]
    public string? Path { get; init; }

    /// <summary>Whether the UNIX socket lives in the abstract name space of Linux (<c>abstract</c>).</summary>
    [Requires(nameof(Path))]
    public bool? Abstract { get; init; }

    /// <summary>Whether an abstract name ends with its last character (<c>tight</c>).</summary>
    [Requires(nameof(Abstract))]
    public bool? Tight { get; init; }

    /// <summary>TCP host to connect to or address to listen on (<c>host</c>).</summary>
    [Requires(nameof(Port))]
    public string? Host { get; init; }

    /// <summary>TCP port; 0 lets the host choose one to listen on (<c>port</c>).</summary>
    [Range(0, 65535)]
    [Conflicts(nameof(Fd))]
    public int? Port { get; init; }

    /// <summary>Highest port to try when listening (<c>to</c>).</summary>
    [Range(1, 65535)]
    [Requires(nameof(Port))]
    public int? To { get; init; }

    /// <summary>Whether IPv4 may be used (<c>ipv4</c>).</summary>
    [Requires(nameof(Port))]
    public bool? Ipv4 { get; init; }

    /// <summary>Whether IPv6 may be used (<c>ipv6</c>).</summary>
    [Requires(nameof(Port))]
    public bool? Ipv6 { get; init; }

    /// <summary>A socket that is open already (<c>fd</c>).</summary>
    public string? Fd { get; init; }

    /// <summary>Whether QEMU listens (<c>server</c>).</summary>
    public bool? Server { get; init; }

    /// <summary>Whether a listening QEMU holds the start until somebody connects (<c>wait</c>).</summary>
    [Requires(nameof(Server))]
    public bool? Wait { get; init; }

    /// <summary>Whether TCP sends small pieces at once (<c>nodelay</c>).</summary>
    [Key("nodelay")]
    public bool? NoDelay { get; init; }

    /// <summary>Whether the telnet protocol is spoken (<c>telnet</c>).</summary>
    public bool? Telnet { get; init; }

    /// <summary>Whether the tn3270 protocol is spoken (<c>tn3270</c>).</summary>
    public bool? Tn3270 { get; init; }

    /// <summary>Whether the WebSocket protocol is spoken (<c>websocket</c>).</summary>
    [Key("websocket")]
    public bool? WebSocket { get; init; }

    /// <summary>Seconds until a lost connection is tried again (<c>reconnect</c>).</summary>
    [AtLeast(0)]
    [Deprecated("9.2", Instead = "reconnect-ms")]
    [Removed("10.2", Instead = "reconnect-ms")]
    [Conflicts(nameof(ReconnectMs))]
    public int? Reconnect { get; init; }

    /// <summary>Milliseconds until a lost connection is tried again (<c>reconnect-ms</c>).</summary>
    [AtLeast(0)]
    [Since("9.2", Instead = "reconnect")]
    public int? ReconnectMs { get; init; }

    /// <summary>Id of the TLS credentials object (<c>tls-creds</c>).</summary>
    public QemuId? TlsCreds { get; init; }

    /// <summary>Id of the object that authorizes TLS clients (<c>tls-authz</c>).</summary>
    [Requires(nameof(TlsCreds))]
    public QemuId? TlsAuthz { get; init; }

    static partial void CheckMore(SocketChardev value, Findings findings)
    {
        if (value is { Path: null, Port: null, Fd: null })
        {
            findings.Error(
                FindingIds.Requirement, "path", null, "needs 'path', 'port' or 'fd'",
                    "Set the path of a UNIX socket, a TCP port or a descriptor.");
        }

        if (value.Server == true && (value.Reconnect ?? value.ReconnectMs) > 0)
        {
            var key = value.Reconnect > 0 ? "reconnect" : "reconnect-ms";
            findings.Error(FindingIds.Conflict, key, null, "is for a socket that connects, and this one listens",
                $"Leave '{key}' or 'server' out.");
        }
    }
}

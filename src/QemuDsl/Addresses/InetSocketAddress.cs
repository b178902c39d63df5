namespace QemuDsl;

/// <summary>A TCP or UDP address (<c>type=inet</c>).</summary>
[OptionPart("inet")]
public sealed partial record InetSocketAddress : SocketAddress
{
    /// <summary>Host name or address (<c>host</c>).</summary>
    public required string Host { get; init; }

    /// <summary>Port number or service name (<c>port</c>).</summary>
    public required string Port { get; init; }

    /// <summary>Whether the host is an address, never looked up (<c>numeric</c>).</summary>
    public bool? Numeric { get; init; }

    /// <summary>Highest port to try when listening (<c>to</c>).</summary>
    [Range(1, 65535)]
    public int? To { get; init; }

    /// <summary>Whether IPv4 may be used (<c>ipv4</c>).</summary>
    public bool? Ipv4 { get; init; }

    /// <summary>Whether IPv6 may be used (<c>ipv6</c>).</summary>
    public bool? Ipv6 { get; init; }

    /// <summary>Whether TCP sends keep-alives (<c>keep-alive</c>); not for listening sockets.</summary>
    public bool? KeepAlive { get; init; }

    /// <summary>Whether multipath TCP is used (<c>mptcp</c>).</summary>
    public bool? Mptcp { get; init; }
}

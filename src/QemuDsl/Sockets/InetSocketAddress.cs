namespace QemuDsl;

/// <summary>An address of IPv4 or IPv6.</summary>
[OptionPart("inet")]
public sealed partial record InetSocketAddress : SocketAddress
{
    /// <summary>Name or address (<c>host</c>).</summary>
    public required string Host { get; init; }

    /// <summary>Port (<c>port</c>).</summary>
    public required string Port { get; init; }

    /// <summary>Highest port a server tries (<c>to</c>).</summary>
    public ushort? To { get; init; }

    /// <summary>Whether IPv4 is used (<c>ipv4</c>).</summary>
    public bool? Ipv4 { get; init; }

    /// <summary>Whether IPv6 is used (<c>ipv6</c>).</summary>
    public bool? Ipv6 { get; init; }
}

namespace QemuDsl.Chardevs;

/// <summary>Datagrams (<c>-chardev udp</c>).</summary>
[Chardev("udp")]
public sealed partial record UdpChardev : LoggedChardev
{
    /// <summary>Host they go to (<c>host</c>).</summary>
    public string? Host { get; init; }

    /// <summary>Port they go to (<c>port</c>).</summary>
    [Range(1, 65535)]
    public required int Port { get; init; }

    /// <summary>Address they come in on (<c>localaddr</c>).</summary>
    [Key("localaddr")]
    public string? LocalAddr { get; init; }

    /// <summary>Port they come in on (<c>localport</c>).</summary>
    [Key("localport")]
    [Range(0, 65535)]
    public int? LocalPort { get; init; }

    /// <summary>Whether IPv4 may be used (<c>ipv4</c>).</summary>
    public bool? Ipv4 { get; init; }

    /// <summary>Whether IPv6 may be used (<c>ipv6</c>).</summary>
    public bool? Ipv6 { get; init; }
}

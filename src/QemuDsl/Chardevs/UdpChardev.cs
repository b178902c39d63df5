namespace QemuDsl.Chardevs;

/// <summary>UDP packets (<c>-chardev udp</c>).</summary>
[Chardev("udp")]
public sealed partial record UdpChardev : CharacterDevice
{
    /// <summary>Where they go (<c>host</c>).</summary>
    public string? Host { get; init; }

    /// <summary>Port they go to (<c>port</c>).</summary>
    public required string Port { get; init; }

    /// <summary>Where they are received (<c>localaddr</c>).</summary>
    public string? Localaddr { get; init; }

    /// <summary>Port they are received at (<c>localport</c>).</summary>
    public string? Localport { get; init; }

    /// <summary>Whether IPv4 is used (<c>ipv4</c>).</summary>
    public bool? Ipv4 { get; init; }

    /// <summary>Whether IPv6 is used (<c>ipv6</c>).</summary>
    public bool? Ipv6 { get; init; }
}

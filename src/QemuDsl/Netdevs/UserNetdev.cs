namespace QemuDsl.Netdevs;

/// <summary>A network in QEMU's own process, without rights on the host (<c>-netdev user</c>).</summary>
/// <remarks>Needs QEMU built with libslirp.</remarks>
[Netdev("user")]
public sealed partial record UserNetdev
{
    /// <summary>Ports of the host that lead into the guest (<c>hostfwd</c>).</summary>
    [JsonItem("str")]
    public OptionList<HostForward> Hostfwd { get; init; } = [];

    /// <summary>Addresses in the guest's network that lead to the host (<c>guestfwd</c>).</summary>
    [JsonItem("str")]
    public OptionList<GuestForward> Guestfwd { get; init; } = [];

    /// <summary>Whether the guest is kept from the host and the world (<c>restrict</c>).</summary>
    public bool? Restrict { get; init; }

    /// <summary>Name the guest is told it has (<c>hostname</c>).</summary>
    public string? Hostname { get; init; }

    /// <summary>Whether there is IPv4 (<c>ipv4</c>).</summary>
    public bool? Ipv4 { get; init; }

    /// <summary>Whether there is IPv6 (<c>ipv6</c>).</summary>
    public bool? Ipv6 { get; init; }

    /// <summary>The network, such as <c>10.0.2.0/24</c> (<c>net</c>).</summary>
    public string? Net { get; init; }

    /// <summary>The host's address there (<c>host</c>).</summary>
    public string? Host { get; init; }

    /// <summary>First address given out (<c>dhcpstart</c>).</summary>
    public string? Dhcpstart { get; init; }

    /// <summary>The name server's address there (<c>dns</c>).</summary>
    public string? Dns { get; init; }

    /// <summary>Domains that names are looked up in (<c>dnssearch</c>).</summary>
    [JsonItem("str")]
    public OptionList<string> Dnssearch { get; init; } = [];

    /// <summary>Domain of the guest (<c>domainname</c>).</summary>
    public string? Domainname { get; init; }

    /// <summary>The IPv6 network (<c>ipv6-prefix</c>).</summary>
    public string? Ipv6Prefix { get; init; }

    /// <summary>Length of its prefix (<c>ipv6-prefixlen</c>).</summary>
    [Range(0, 128)]
    public int? Ipv6Prefixlen { get; init; }

    /// <summary>The host's IPv6 address there (<c>ipv6-host</c>).</summary>
    public string? Ipv6Host { get; init; }

    /// <summary>The name server's IPv6 address there (<c>ipv6-dns</c>).</summary>
    public string? Ipv6Dns { get; init; }

    /// <summary>Directory offered by TFTP (<c>tftp</c>).</summary>
    public string? Tftp { get; init; }

    /// <summary>Name of the TFTP server (<c>tftp-server-name</c>).</summary>
    public string? TftpServerName { get; init; }

    /// <summary>File the guest boots by network (<c>bootfile</c>).</summary>
    public string? Bootfile { get; init; }

    /// <summary>Directory offered by SMB (<c>smb</c>).</summary>
    public string? Smb { get; init; }

    /// <summary>Address of that server (<c>smbserver</c>).</summary>
    public string? Smbserver { get; init; }
}

namespace QemuDsl.Netdevs;

/// <summary>A user-mode network with its own DHCP and DNS server, no privileges needed (<c>-netdev user</c>).</summary>
/// <remarks>Needs a QEMU built with libslirp.</remarks>
[Netdev("user")]
public sealed partial record UserNetdev
{
    /// <summary>Whether the guest gets IPv4 (<c>ipv4</c>).</summary>
    public bool? Ipv4 { get; init; }

    /// <summary>Whether the guest gets IPv6 (<c>ipv6</c>).</summary>
    public bool? Ipv6 { get; init; }

    /// <summary>Whether the guest is cut off from the host and the world; forwards keep working (<c>restrict</c>).</summary>
    public bool? Restrict { get; init; }

    /// <summary>Client name that the DHCP server reports (<c>hostname</c>).</summary>
    public string? Hostname { get; init; }

    /// <summary>Network the guest sees, such as <c>10.0.2.0/24</c> (<c>net</c>).</summary>
    public string? Net { get; init; }

    /// <summary>Address of the host in that network (<c>host</c>).</summary>
    public string? Host { get; init; }

    /// <summary>First of the 16 addresses that DHCP hands out (<c>dhcpstart</c>).</summary>
    [Key("dhcpstart")]
    public string? DhcpStart { get; init; }

    /// <summary>Address of the virtual name server (<c>dns</c>).</summary>
    public string? Dns { get; init; }

    /// <summary>Domains the DHCP server tells the guest to search (<c>dnssearch</c>).</summary>
    [Key("dnssearch")]
    [JsonItem("str")]
    public OptionList<string> DnsSearch { get; init; } = [];

    /// <summary>Domain the DHCP server reports (<c>domainname</c>).</summary>
    [Key("domainname")]
    public string? DomainName { get; init; }

    /// <summary>IPv6 network prefix (<c>ipv6-prefix</c>).</summary>
    public string? Ipv6Prefix { get; init; }

    /// <summary>Length of the IPv6 prefix in bits (<c>ipv6-prefixlen</c>).</summary>
    [Key("ipv6-prefixlen")]
    [Range(0, 126)]
    public int? Ipv6PrefixLen { get; init; }

    /// <summary>IPv6 address of the host (<c>ipv6-host</c>).</summary>
    public string? Ipv6Host { get; init; }

    /// <summary>IPv6 address of the virtual name server (<c>ipv6-dns</c>).</summary>
    public string? Ipv6Dns { get; init; }

    /// <summary>Directory served by TFTP (<c>tftp</c>).</summary>
    public string? Tftp { get; init; }

    /// <summary>Server name that DHCP and BOOTP report (<c>tftp-server-name</c>).</summary>
    public string? TftpServerName { get; init; }

    /// <summary>Boot file that BOOTP reports (<c>bootfile</c>).</summary>
    [Key("bootfile")]
    public string? BootFile { get; init; }

    /// <summary>Directory served by SMB (<c>smb</c>); needs <c>smbd</c> on the host.</summary>
    public string? Smb { get; init; }

    /// <summary>Address of the SMB server (<c>smbserver</c>).</summary>
    [Key("smbserver")]
    [Requires(nameof(Smb))]
    public string? SmbServer { get; init; }

    /// <summary>Ports of the host that lead into the guest (<c>hostfwd</c>).</summary>
    [Key("hostfwd")]
    [JsonItem("str")]
    public OptionList<HostForward> HostFwd { get; init; } = [];

    /// <summary>Ports in the guest network that lead to a character device or program of the host (<c>guestfwd</c>).</summary>
    [Key("guestfwd")]
    [JsonItem("str")]
    public OptionList<GuestForward> GuestFwd { get; init; } = [];
}

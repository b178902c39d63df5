namespace QemuDsl.Netdevs;

/// <summary>A tap interface of the host (<c>-netdev tap</c>).</summary>
/// <remarks>Needs the right to open <c>/dev/net/tun</c>, unless descriptors are passed.</remarks>
[Netdev("tap")]
public sealed partial record TapNetdev
{
    /// <summary>The interface; QEMU picks one when unset (<c>ifname</c>).</summary>
    [Conflicts(nameof(Fds))]
    public string? Ifname { get; init; }

    /// <summary>Descriptor that is open already (<c>fd</c>).</summary>
    [Conflicts(nameof(Fds))]
    public string? Fd { get; init; }

    /// <summary>Descriptors that are open already, one a queue pair (<c>fds</c>).</summary>
    [ListStyle(":", JoinedInJson = true)]
    public OptionList<int> Fds { get; init; } = [];

    /// <summary>Program that sets it up; <c>no</c> for none (<c>script</c>).</summary>
    public string? Script { get; init; }

    /// <summary>Program that takes it down; <c>no</c> for none (<c>downscript</c>).</summary>
    public string? Downscript { get; init; }

    /// <summary>Bridge it is put on (<c>br</c>).</summary>
    public string? Br { get; init; }

    /// <summary>Program that opens it (<c>helper</c>).</summary>
    public string? Helper { get; init; }

    /// <summary>Limit of bytes on their way (<c>sndbuf</c>).</summary>
    public ByteSize? Sndbuf { get; init; }

    /// <summary>Whether offloads pass (<c>vnet_hdr</c>).</summary>
    [Key("vnet_hdr")]
    public bool? VnetHdr { get; init; }

    /// <summary>Whether the kernel moves packets (<c>vhost</c>).</summary>
    public bool? Vhost { get; init; }

    /// <summary>Descriptor of the kernel's side (<c>vhostfd</c>).</summary>
    public string? Vhostfd { get; init; }

    /// <summary>Descriptors of the kernel's side, one a queue pair (<c>vhostfds</c>).</summary>
    [ListStyle(":", JoinedInJson = true)]
    public OptionList<int> Vhostfds { get; init; } = [];

    /// <summary>Whether it does so for guests without MSI-X too (<c>vhostforce</c>).</summary>
    public bool? Vhostforce { get; init; }

    /// <summary>Number of queue pairs (<c>queues</c>).</summary>
    [AtLeast(1)]
    public uint? Queues { get; init; }

    /// <summary>How long the kernel polls, in microseconds (<c>poll-us</c>).</summary>
    public uint? PollUs { get; init; }
}

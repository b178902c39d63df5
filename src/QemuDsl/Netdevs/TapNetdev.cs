namespace QemuDsl.Netdevs;

/// <summary>A tap interface on the host (<c>-netdev tap</c>).</summary>
/// <remarks>Needs the right to open <c>/dev/net/tun</c> on the host, unless descriptors or a helper are given.</remarks>
[Netdev("tap")]
public sealed partial record TapNetdev
{
    /// <summary>Host interface (<c>ifname</c>); QEMU picks one when unset.</summary>
    [Key("ifname")]
    [Conflicts(nameof(Fd))]
    [Conflicts(nameof(Fds))]
    public string? IfName { get; init; }

    /// <summary>An open file descriptor, or its name in the monitor (<c>fd</c>).</summary>
    [Conflicts(nameof(Fds))]
    public string? Fd { get; init; }

    /// <summary>File descriptors already open, one per queue pair (<c>fds</c>, joined by colons).</summary>
    [ListStyle(":", JoinedInJson = true)]
    public OptionList<int> Fds { get; init; } = [];

    /// <summary>Program that configures the interface, or <c>no</c> (<c>script</c>).</summary>
    public string? Script { get; init; }

    /// <summary>Program that takes the configuration back, or <c>no</c> (<c>downscript</c>).</summary>
    [Key("downscript")]
    public string? DownScript { get; init; }

    /// <summary>Bridge the helper attaches the interface to (<c>br</c>).</summary>
    [Requires(nameof(Helper))]
    public string? Br { get; init; }

    /// <summary>Program that opens the interface in place of a script (<c>helper</c>).</summary>
    [Conflicts(nameof(Script))]
    [Conflicts(nameof(IfName))]
    public string? Helper { get; init; }

    /// <summary>Limit of the send buffer in bytes (<c>sndbuf</c>).</summary>
    [Key("sndbuf")]
    public ByteSize? SndBuf { get; init; }

    /// <summary>Whether checksums and segmentation go over the interface; <c>on</c> makes its absence an error (<c>vnet_hdr</c>).</summary>
    [Key("vnet_hdr")]
    public bool? VnetHdr { get; init; }

    /// <summary>Whether the host kernel does the virtio work (<c>vhost</c>).</summary>
    public bool? Vhost { get; init; }

    /// <summary>An open vhost-net descriptor (<c>vhostfd</c>).</summary>
    [Key("vhostfd")]
    [Conflicts(nameof(VhostFds))]
    public string? VhostFd { get; init; }

    /// <summary>Open vhost-net descriptors, one per queue pair (<c>vhostfds</c>, joined by colons).</summary>
    [Key("vhostfds")]
    [ListStyle(":", JoinedInJson = true)]
    public OptionList<int> VhostFds { get; init; } = [];

    /// <summary>Whether vhost is used for guests without MSI-X too (<c>vhostforce</c>).</summary>
    [Key("vhostforce")]
    public bool? VhostForce { get; init; }

    /// <summary>Number of queue pairs (<c>queues</c>).</summary>
    [Range(1, 1024)]
    [Conflicts(nameof(Fds))]
    public int? Queues { get; init; }

    /// <summary>How long vhost-net polls before it sleeps, in microseconds (<c>poll-us</c>).</summary>
    [AtLeast(0)]
    public long? PollUs { get; init; }
}

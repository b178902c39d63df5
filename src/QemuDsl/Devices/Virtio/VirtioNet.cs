using System.Globalization;
using QemuDsl.Netdevs;

namespace QemuDsl.Devices;

/// <summary>A virtio network card, whatever its transport.</summary>
public abstract record VirtioNet : VirtioDevice
{
    private const ushort ShortTxQueue = 256;

    /// <summary>Where its traffic goes (<c>netdev</c>).</summary>
    public required INetdev Netdev { get; init; }

    /// <summary>Hardware address; QEMU chooses one when unset (<c>mac</c>).</summary>
    public MacAddress? Mac { get; init; }

    /// <summary>Whether several queue pairs are offered (<c>mq</c>).</summary>
    [Key("mq")]
    public bool? MultiQueue { get; init; }

    /// <summary>Descriptors of a receive queue (<c>rx_queue_size</c>).</summary>
    [PowerOfTwo]
    [Range(256, 1024)]
    [Key("rx_queue_size")]
    public ushort? RxQueueSize { get; init; }

    /// <summary>Descriptors of a transmit queue; more than 256 only in front of vhost-user or vDPA (<c>tx_queue_size</c>).</summary>
    [PowerOfTwo]
    [Range(256, 1024)]
    [Key("tx_queue_size")]
    public ushort? TxQueueSize { get; init; }

    /// <summary>MTU that is told to the guest (<c>host_mtu</c>).</summary>
    [Key("host_mtu")]
    public ushort? HostMtu { get; init; }

    /// <summary>Whether the host takes packets with partial checksums (<c>csum</c>).</summary>
    public bool? Csum { get; init; }

    /// <summary>Whether the host takes large packets of any kind (<c>gso</c>).</summary>
    public bool? Gso { get; init; }

    /// <summary>Whether receive buffers can be merged (<c>mrg_rxbuf</c>).</summary>
    [Key("mrg_rxbuf")]
    public bool? MrgRxBuf { get; init; }

    /// <summary>Whether the guest takes packets with partial checksums (<c>guest_csum</c>).</summary>
    [Key("guest_csum")]
    public bool? GuestCsum { get; init; }

    /// <summary>Whether the guest takes large TCPv4 packets (<c>guest_tso4</c>).</summary>
    [Key("guest_tso4")]
    public bool? GuestTso4 { get; init; }

    /// <summary>Whether the guest takes large TCPv6 packets (<c>guest_tso6</c>).</summary>
    [Key("guest_tso6")]
    public bool? GuestTso6 { get; init; }

    /// <summary>Whether the guest takes large packets with ECN (<c>guest_ecn</c>).</summary>
    [Key("guest_ecn")]
    public bool? GuestEcn { get; init; }

    /// <summary>Whether the guest takes large UDP packets (<c>guest_ufo</c>).</summary>
    [Key("guest_ufo")]
    public bool? GuestUfo { get; init; }

    /// <summary>Whether the guest takes large UDP packets over IPv4, cut up by the device (<c>guest_uso4</c>).</summary>
    [Since("8.2")]
    [Key("guest_uso4")]
    public bool? GuestUso4 { get; init; }

    /// <summary>Whether the guest takes large UDP packets over IPv6, cut up by the device (<c>guest_uso6</c>).</summary>
    [Since("8.2")]
    [Key("guest_uso6")]
    public bool? GuestUso6 { get; init; }

    /// <summary>Whether the guest can announce itself after migration (<c>guest_announce</c>).</summary>
    [Key("guest_announce")]
    public bool? GuestAnnounce { get; init; }

    /// <summary>Whether the host takes large TCPv4 packets (<c>host_tso4</c>).</summary>
    [Key("host_tso4")]
    public bool? HostTso4 { get; init; }

    /// <summary>Whether the host takes large TCPv6 packets (<c>host_tso6</c>).</summary>
    [Key("host_tso6")]
    public bool? HostTso6 { get; init; }

    /// <summary>Whether the host takes large packets with ECN (<c>host_ecn</c>).</summary>
    [Key("host_ecn")]
    public bool? HostEcn { get; init; }

    /// <summary>Whether the host takes large UDP packets (<c>host_ufo</c>).</summary>
    [Key("host_ufo")]
    public bool? HostUfo { get; init; }

    /// <summary>Whether the host cuts up large UDP packets (<c>host_uso</c>).</summary>
    [Since("8.2")]
    [Key("host_uso")]
    public bool? HostUso { get; init; }

    /// <summary>Whether there is a control queue (<c>ctrl_vq</c>).</summary>
    [Key("ctrl_vq")]
    public bool? CtrlVq { get; init; }

    /// <summary>Whether receive modes can be controlled (<c>ctrl_rx</c>).</summary>
    [Key("ctrl_rx")]
    public bool? CtrlRx { get; init; }

    /// <summary>Whether more receive modes can be controlled (<c>ctrl_rx_extra</c>).</summary>
    [Key("ctrl_rx_extra")]
    public bool? CtrlRxExtra { get; init; }

    /// <summary>Whether VLANs can be filtered (<c>ctrl_vlan</c>).</summary>
    [Key("ctrl_vlan")]
    public bool? CtrlVlan { get; init; }

    /// <summary>Whether the guest can set its address (<c>ctrl_mac_addr</c>).</summary>
    [Key("ctrl_mac_addr")]
    public bool? CtrlMacAddr { get; init; }

    /// <summary>Whether offloads can be changed while running (<c>ctrl_guest_offloads</c>).</summary>
    [Key("ctrl_guest_offloads")]
    public bool? CtrlGuestOffloads { get; init; }

    /// <summary>Whether the link's state is told to the guest (<c>status</c>).</summary>
    public bool? Status { get; init; }

    /// <summary>Whether receive-side scaling is offered (<c>rss</c>).</summary>
    public bool? Rss { get; init; }

    /// <summary>Whether packet hashes are reported (<c>hash</c>).</summary>
    public bool? Hash { get; init; }

    /// <summary>Whether received segments are merged for the guest (<c>guest_rsc_ext</c>).</summary>
    [Key("guest_rsc_ext")]
    public bool? GuestRscExt { get; init; }

    /// <summary>How long a segment waits to be merged, in nanoseconds (<c>rsc_interval</c>).</summary>
    [Key("rsc_interval")]
    public uint? RscInterval { get; init; }

    /// <summary>Whether it stands in for a primary device (<c>failover</c>).</summary>
    public bool? Failover { get; init; }

    /// <summary>Link speed the guest sees, in Mb/s (<c>speed</c>).</summary>
    public int? Speed { get; init; }

    /// <summary>Duplex the guest sees (<c>duplex</c>).</summary>
    public VirtioNetDuplex? Duplex { get; init; }

    /// <summary>Place in the firmware's boot order, lowest first (<c>bootindex</c>).</summary>
    [AtLeast(0)]
    [Key("bootindex")]
    public int? BootIndex { get; init; }

    /// <summary>How transmissions are scheduled (<c>tx</c>).</summary>
    public VirtioNetTx? Tx { get; init; }

    private protected static void CheckTxQueue(VirtioNet value, Findings findings)
    {
        // QEMU 7.2 takes a longer queue and ignores it, 10.0 refuses it. A back end that is not named here may be vDPA, which takes one.
        if (value.TxQueueSize is { } size and > ShortTxQueue 
            && value.Netdev is UserNetdev or TapNetdev or BridgeNetdev or SocketNetdev)
        {
            findings.Error(
                FindingIds.OutOfRange, "tx_queue_size", size.ToString(CultureInfo.InvariantCulture),
                "is more than this back end takes", $"Use {ShortTxQueue}, or a vhost-user back end.");
        }
    }
}

using System.Diagnostics.CodeAnalysis;

namespace QemuDsl.Nfv;

/// <summary>What a virtio network device offers its driver (Virtual I/O Device 1.2, 5.1.3); the values are the bits on the wire.</summary>
[Flags]
[SuppressMessage("Design", "CA1028:Enum Storage should be Int32", Justification = "Packed is bit 34.")]
public enum VirtioFeatures : ulong
{
    /// <summary>None of these.</summary>
    None = 0,

    /// <summary>The host takes packets with partial checksums (<c>csum</c>).</summary>
    Csum = 1UL << 0,

    /// <summary>The guest takes packets with partial checksums (<c>guest_csum</c>).</summary>
    GuestCsum = 1UL << 1,

    /// <summary>The host takes large packets of any kind (<c>gso</c>).</summary>
    Gso = 1UL << 6,

    /// <summary>The guest takes large TCPv4 packets (<c>guest_tso4</c>).</summary>
    GuestTso4 = 1UL << 7,

    /// <summary>The guest takes large TCPv6 packets (<c>guest_tso6</c>).</summary>
    GuestTso6 = 1UL << 8,

    /// <summary>The guest takes large packets with ECN (<c>guest_ecn</c>).</summary>
    GuestEcn = 1UL << 9,

    /// <summary>The guest takes large UDP packets (<c>guest_ufo</c>).</summary>
    GuestUfo = 1UL << 10,

    /// <summary>The host takes large TCPv4 packets (<c>host_tso4</c>).</summary>
    HostTso4 = 1UL << 11,

    /// <summary>The host takes large TCPv6 packets (<c>host_tso6</c>).</summary>
    HostTso6 = 1UL << 12,

    /// <summary>The host takes large packets with ECN (<c>host_ecn</c>).</summary>
    HostEcn = 1UL << 13,

    /// <summary>The host takes large UDP packets (<c>host_ufo</c>).</summary>
    HostUfo = 1UL << 14,

    /// <summary>Receive buffers can be merged (<c>mrg_rxbuf</c>).</summary>
    MrgRxBuf = 1UL << 15,

    /// <summary>There is a control queue (<c>ctrl_vq</c>).</summary>
    CtrlVq = 1UL << 17,

    /// <summary>The guest can announce itself after migration (<c>guest_announce</c>); needs the control queue.</summary>
    GuestAnnounce = 1UL << 21,

    /// <summary>Several queue pairs (<c>mq</c>); needs the control queue.</summary>
    Mq = 1UL << 22,

    /// <summary>Descriptors in any layout (<c>any_layout</c>).</summary>
    AnyLayout = 1UL << 27,

    /// <summary>Descriptors that point to tables of descriptors (<c>indirect_desc</c>).</summary>
    IndirectDesc = 1UL << 28,

    /// <summary>Packed virtqueues (<c>packed</c>).</summary>
    Packed = 1UL << 34,
}

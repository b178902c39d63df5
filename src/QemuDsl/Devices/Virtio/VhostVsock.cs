namespace QemuDsl.Devices;

/// <summary>Sockets between host and guest, whatever their transport.</summary>
public abstract record VhostVsock : VirtioDevice
{
    /// <summary>Address of the guest (<c>guest-cid</c>).</summary>
    [Range(3, 4294967294)]
    public required ulong GuestCid { get; init; }

    /// <summary>Descriptor of the opened device, instead of opening it (<c>vhostfd</c>).</summary>
    [Key("vhostfd")]
    public string? VhostFd { get; init; }

    /// <summary>Whether sequenced packets are offered (<c>seqpacket</c>).</summary>
    [Key("seqpacket")]
    public OnOffAuto? SeqPacket { get; init; }
}

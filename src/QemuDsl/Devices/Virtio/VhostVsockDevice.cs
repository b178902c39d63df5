namespace QemuDsl.Devices;

/// <summary>Sockets between host and guest, on a virtio-mmio transport (<c>-device vhost-vsock-device</c>).</summary>
/// <remarks>Needs <c>/dev/vhost-vsock</c> on the host.</remarks>
[Device("vhost-vsock-device", Bus = Bus.VirtioMmio)]
public sealed partial record VhostVsockDevice : VirtioDevice
{
    /// <summary>Address of the guest (<c>guest-cid</c>).</summary>
    [Range(3, 4294967294)]
    public required ulong GuestCid { get; init; }

    /// <summary>Descriptor of the opened device, instead of opening it (<c>vhostfd</c>).</summary>
    public string? Vhostfd { get; init; }

    /// <summary>Whether sequenced packets are offered (<c>seqpacket</c>).</summary>
    public OnOffAuto? Seqpacket { get; init; }
}

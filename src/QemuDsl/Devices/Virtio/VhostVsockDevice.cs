namespace QemuDsl.Devices;

/// <summary>Sockets between host and guest, on a virtio-mmio transport (<c>-device vhost-vsock-device</c>).</summary>
/// <remarks>Needs <c>/dev/vhost-vsock</c> on the host.</remarks>
[Device("vhost-vsock-device", Bus = Bus.VirtioMmio)]
public sealed partial record VhostVsockDevice : VhostVsock;

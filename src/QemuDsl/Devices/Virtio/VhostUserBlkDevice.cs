namespace QemuDsl.Devices;

/// <summary>A disk that another process serves, on a virtio-mmio transport (<c>-device vhost-user-blk</c>).</summary>
/// <remarks>Needs shared memory.</remarks>
[Device("vhost-user-blk", Bus = Bus.VirtioMmio)]
public sealed partial record VhostUserBlkDevice : VhostUserBlk;

namespace QemuDsl.Devices;

/// <summary>A directory that virtiofsd serves, on a virtio-mmio transport (<c>-device vhost-user-fs-device</c>).</summary>
/// <remarks>Needs shared memory.</remarks>
[Device("vhost-user-fs-device", Bus = Bus.VirtioMmio)]
public sealed partial record VhostUserFsDevice : VhostUserFs;

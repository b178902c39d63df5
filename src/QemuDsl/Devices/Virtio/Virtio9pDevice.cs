namespace QemuDsl.Devices;

/// <summary>A directory of the host as a 9p file system, on a virtio-mmio transport (<c>-device virtio-9p-device</c>).</summary>
[Device("virtio-9p-device", Bus = Bus.VirtioMmio)]
public sealed partial record Virtio9pDevice : Virtio9p;

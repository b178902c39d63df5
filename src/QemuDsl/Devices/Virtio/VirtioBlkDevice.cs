namespace QemuDsl.Devices;

/// <summary>A virtio disk on a virtio-mmio transport (<c>-device virtio-blk-device</c>).</summary>
[Device("virtio-blk-device", Bus = Bus.VirtioMmio)]
public sealed partial record VirtioBlkDevice : VirtioBlk;

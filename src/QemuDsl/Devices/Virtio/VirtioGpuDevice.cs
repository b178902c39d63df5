namespace QemuDsl.Devices;

/// <summary>A virtio graphics card on a virtio-mmio transport (<c>-device virtio-gpu-device</c>).</summary>
[Device("virtio-gpu-device", Bus = Bus.VirtioMmio)]
public sealed partial record VirtioGpuDevice : VirtioGpu;

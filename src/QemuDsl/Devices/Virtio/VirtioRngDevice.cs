namespace QemuDsl.Devices;

/// <summary>A virtio source of random numbers on a virtio-mmio transport (<c>-device virtio-rng-device</c>).</summary>
[Device("virtio-rng-device", Bus = Bus.VirtioMmio)]
public sealed partial record VirtioRngDevice : VirtioRng;

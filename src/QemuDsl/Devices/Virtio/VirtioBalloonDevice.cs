namespace QemuDsl.Devices;

/// <summary>A virtio memory balloon on a virtio-mmio transport (<c>-device virtio-balloon-device</c>).</summary>
[Device("virtio-balloon-device", Bus = Bus.VirtioMmio)]
public sealed partial record VirtioBalloonDevice : VirtioBalloon;

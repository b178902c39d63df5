namespace QemuDsl.Devices;

/// <summary>A virtio keyboard on a virtio-mmio transport (<c>-device virtio-keyboard-device</c>).</summary>
[Device("virtio-keyboard-device", Bus = Bus.VirtioMmio)]
public sealed partial record VirtioKeyboardDevice : VirtioInput;

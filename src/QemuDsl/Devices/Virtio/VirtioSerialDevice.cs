namespace QemuDsl.Devices;

/// <summary>A virtio device that brings serial ports, on a virtio-mmio transport (<c>-device virtio-serial-device</c>).</summary>
[Device("virtio-serial-device", Bus = Bus.VirtioMmio, Provides = Bus.VirtioSerial)]
public sealed partial record VirtioSerialDevice : VirtioSerial;

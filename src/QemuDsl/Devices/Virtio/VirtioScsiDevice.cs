namespace QemuDsl.Devices;

/// <summary>A virtio SCSI adapter on a virtio-mmio transport (<c>-device virtio-scsi-device</c>).</summary>
[Device("virtio-scsi-device", Bus = Bus.VirtioMmio, Provides = Bus.Scsi)]
public sealed partial record VirtioScsiDevice : VirtioScsi;

namespace QemuDsl.Devices;

/// <summary>A virtio pointer on a virtio-mmio transport (<c>-device virtio-tablet-device</c>).</summary>
[Device("virtio-tablet-device", Bus = Bus.VirtioMmio)]
public sealed partial record VirtioTabletDevice : VirtioInput
{
    /// <summary>Whether the wheel is an axis (<c>wheel-axis</c>).</summary>
    public bool? WheelAxis { get; init; }
}

namespace QemuDsl.Devices;

/// <summary>A virtio network card on a virtio-mmio transport (<c>-device virtio-net-device</c>).</summary>
[Device("virtio-net-device", Bus = Bus.VirtioMmio)]
public sealed partial record VirtioNetDevice : VirtioNet
{
    static partial void CheckMore(VirtioNetDevice value, Findings findings) => CheckTxQueue(value, findings);
}

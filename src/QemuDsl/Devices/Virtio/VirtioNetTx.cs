namespace QemuDsl.Devices;

/// <summary>How a virtio network card schedules transmissions.</summary>
[OptionEnum]
public enum VirtioNetTx
{
    /// <summary>By a timer, in batches.</summary>
    Timer,

    /// <summary>As soon as QEMU gets to it.</summary>
    Bh,
}

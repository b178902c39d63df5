namespace QemuDsl.Devices;

/// <summary>A directory that virtiofsd serves, on a virtio-mmio transport (<c>-device vhost-user-fs-device</c>).</summary>
/// <remarks>Needs shared memory.</remarks>
[Device("vhost-user-fs-device", Bus = Bus.VirtioMmio)]
public sealed partial record VhostUserFsDevice : VirtioDevice
{
    /// <summary>Socket of virtiofsd (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }

    /// <summary>Name the guest mounts it by (<c>tag</c>).</summary>
    public required string Tag { get; init; }

    /// <summary>Number of request queues (<c>num-request-queues</c>).</summary>
    [AtLeast(1)]
    public ushort? NumRequestQueues { get; init; }

    /// <summary>Descriptors of a queue (<c>queue-size</c>).</summary>
    [PowerOfTwo]
    public ushort? QueueSize { get; init; }

    /// <summary>Place in the firmware's boot order, lowest first (<c>bootindex</c>).</summary>
    [AtLeast(0)]
    public int? Bootindex { get; init; }
}

namespace QemuDsl.Devices;

/// <summary>A directory that virtiofsd serves, whatever its transport.</summary>
public abstract record VhostUserFs : VirtioDevice
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
    [Range(1, 1024)]
    public ushort? QueueSize { get; init; }

    /// <summary>Place in the firmware's boot order, lowest first (<c>bootindex</c>).</summary>
    [AtLeast(0)]
    [Key("bootindex")]
    public int? BootIndex { get; init; }
}

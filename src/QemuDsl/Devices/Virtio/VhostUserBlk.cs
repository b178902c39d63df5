namespace QemuDsl.Devices;

/// <summary>A disk that another process serves, whatever its transport.</summary>
public abstract record VhostUserBlk : VirtioDevice
{
    /// <summary>Socket of that process (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }

    /// <summary>Number of queues (<c>num-queues</c>).</summary>
    [AtLeast(1)]
    public ushort? NumQueues { get; init; }

    /// <summary>Descriptors of a queue (<c>queue-size</c>).</summary>
    [PowerOfTwo]
    [Range(1, 1024)]
    public uint? QueueSize { get; init; }

    /// <summary>Whether the guest can switch the write cache (<c>config-wce</c>).</summary>
    public bool? ConfigWce { get; init; }

    /// <summary>Whether discards are offered (<c>discard</c>).</summary>
    public bool? Discard { get; init; }

    /// <summary>Whether writing zeroes is offered (<c>write-zeroes</c>).</summary>
    public bool? WriteZeroes { get; init; }

    /// <summary>Place in the firmware's boot order, lowest first (<c>bootindex</c>).</summary>
    [AtLeast(0)]
    [Key("bootindex")]
    public int? BootIndex { get; init; }
}

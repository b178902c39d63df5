namespace QemuDsl.Devices;

/// <summary>A directory that virtiofsd serves (<c>-device vhost-user-fs-pci</c>).</summary>
/// <remarks>Needs shared memory.</remarks>
[Device("vhost-user-fs-pci", Bus = Bus.Pci)]
public sealed partial record VhostUserFsPci : VirtioDevice
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

    /// <summary>MSI-X vectors (<c>vectors</c>).</summary>
    public uint? Vectors { get; init; }

    /// <summary>Whether address translation services are offered (<c>ats</c>).</summary>
    public bool? Ats { get; init; }

    /// <summary>Whether advanced error reporting is offered (<c>aer</c>).</summary>
    public bool? Aer { get; init; }

    /// <summary>Whether each queue's notification has a page of its own (<c>page-per-vq</c>).</summary>
    public bool? PagePerVq { get; init; }
}

namespace QemuDsl.Devices;

/// <summary>What all virtio devices have in common, whatever their transport.</summary>
public abstract record VirtioDevice
{
    /// <summary>Whether the device is behind the platform's IOMMU (<c>iommu_platform</c>).</summary>
    [Key("iommu_platform")]
    public bool? IommuPlatform { get; init; }

    /// <summary>Whether packed virtqueues are offered (<c>packed</c>).</summary>
    public bool? Packed { get; init; }

    /// <summary>Whether event indexes save notifications (<c>event_idx</c>).</summary>
    [Key("event_idx")]
    public bool? EventIdx { get; init; }

    /// <summary>Whether indirect descriptors are offered (<c>indirect_desc</c>).</summary>
    [Key("indirect_desc")]
    public bool? IndirectDesc { get; init; }

    /// <summary>Whether descriptors may be laid out in any way; virtio 1.0 always allows it (<c>any_layout</c>).</summary>
    [Key("any_layout")]
    public bool? AnyLayout { get; init; }

    /// <summary>Whether single queues can be reset (<c>queue_reset</c>).</summary>
    [Key("queue_reset")]
    public bool? QueueReset { get; init; }
}

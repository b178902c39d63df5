namespace QemuDsl.Devices;

/// <summary>A virtio SCSI adapter, whatever its transport.</summary>
public abstract record VirtioScsi : VirtioDevice
{
    /// <summary>Thread that does its I/O (<c>iothread</c>).</summary>
    [Key("iothread")]
    public IIoThread? IoThread { get; init; }

    /// <summary>Number of request queues (<c>num_queues</c>).</summary>
    [Range(1, 1022)]
    [Key("num_queues")]
    public uint? NumQueues { get; init; }

    /// <summary>Descriptors of a queue; above 1024 QEMU 7.2 and 10.0 abort (<c>virtqueue_size</c>).</summary>
    [PowerOfTwo]
    [Range(4, 1024)]
    [Key("virtqueue_size")]
    public uint? VirtqueueSize { get; init; }

    /// <summary>Largest request, in sectors of 512 bytes (<c>max_sectors</c>).</summary>
    [Key("max_sectors")]
    public uint? MaxSectors { get; init; }

    /// <summary>Commands that one disk takes at a time (<c>cmd_per_lun</c>).</summary>
    [Key("cmd_per_lun")]
    public uint? CmdPerLun { get; init; }

    /// <summary>Whether disks can be plugged while running (<c>hotplug</c>).</summary>
    public bool? Hotplug { get; init; }

    /// <summary>Whether changes of a disk are told to the guest (<c>param_change</c>).</summary>
    [Key("param_change")]
    public bool? ParamChange { get; init; }

    /// <summary>Whether the number of segments follows the queue's size (<c>seg_max_adjust</c>).</summary>
    [Key("seg_max_adjust")]
    public bool? SegMaxAdjust { get; init; }
}

namespace QemuDsl.Devices;

/// <summary>A directory of the host as a 9p file system, whatever its transport.</summary>
public abstract record Virtio9p : VirtioDevice
{
    /// <summary>The directory (<c>fsdev</c>).</summary>
    public required IFsdev Fsdev { get; init; }

    /// <summary>Name the guest mounts it by (<c>mount_tag</c>).</summary>
    [Key("mount_tag")]
    public required string MountTag { get; init; }
}

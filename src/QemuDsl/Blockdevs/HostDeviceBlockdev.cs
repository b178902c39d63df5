namespace QemuDsl.Blockdevs;

/// <summary>A block device of the host (<c>-blockdev driver=host_device</c>).</summary>
[Blockdev("host_device")]
public sealed partial record HostDeviceBlockdev : HostFileBlockdev;

namespace QemuDsl.Blockdevs;

/// <summary>A disk of the host (<c>-blockdev driver=host_device</c>).</summary>
/// <remarks>Needs the right to open it.</remarks>
[Blockdev("host_device")]
public sealed partial record HostDeviceBlockdev : FileNode;

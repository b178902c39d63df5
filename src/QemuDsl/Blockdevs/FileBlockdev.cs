namespace QemuDsl.Blockdevs;

/// <summary>A file of the host (<c>-blockdev driver=file</c>).</summary>
[Blockdev("file")]
public sealed partial record FileBlockdev : HostFileBlockdev;

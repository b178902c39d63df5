namespace QemuDsl.Runtime;

/// <summary>A snapshot inside the qcow2 images of a VM.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Taken">When, by the host's clock.</param>
/// <param name="StateSize">Size of memory and device state; 0 for one of disks only, which QEMU cannot load into a VM that runs.</param>
public sealed record VmSnapshot(string Name, DateTimeOffset Taken, ByteSize StateSize);

using QemuDsl.Blockdevs;
using QemuDsl.Devices;

namespace QemuDsl.Tool.Tests;

/// <summary>A profile that QEMU takes and a check warns of: two disks on one medium. Nothing in it boots.</summary>
[VmProfile<Pc>]
public sealed partial record Doubtful
{
    private static readonly NullCoBlockdev Medium = new() { ReadOnly = true };

    /// <summary>One disk.</summary>
    public VirtioBlkPci Disk { get; init; } = new() { Drive = Medium };

    /// <summary>Another.</summary>
    public VirtioBlkPci Other { get; init; } = new() { Drive = Medium };
}

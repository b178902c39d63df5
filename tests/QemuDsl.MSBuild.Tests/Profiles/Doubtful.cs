using QemuDsl.Blockdevs;
using QemuDsl.Devices;

namespace QemuDsl.MSBuild.Tests;

/// <summary>A profile whose code prints, and that a check warns of: two disks on one medium. Nothing in it boots.</summary>
[VmProfile<Pc>]
public sealed partial record Doubtful
{
    private static readonly NullCoBlockdev Medium = new() { ReadOnly = true };

    /// <summary>One disk.</summary>
    public VirtioBlkPci Disk { get; init; } = new() { Drive = Medium };

    /// <summary>Another.</summary>
    public VirtioBlkPci Other { get; init; } = new() { Drive = Medium };

    partial void Configure(ref QemuCommand<Pc> command)
    {
        Console.WriteLine("this is said aloud");
        command = command.AddRaw("-accel", "tcg");
    }
}

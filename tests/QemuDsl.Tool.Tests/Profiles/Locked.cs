namespace QemuDsl.Tool.Tests;

/// <summary>A profile with a secret.</summary>
[VmProfile<Pc>]
public sealed partial record Locked
{
    /// <summary>The key of a disk.</summary>
    public QemuDsl.Objects.Secret Key { get; init; } = new() { Data = "correct horse battery staple" };
}

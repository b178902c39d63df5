namespace QemuDsl.Tool.Tests;

/// <summary>A profile whose own code fails.</summary>
[VmProfile<Pc>]
public sealed partial record Broken
{
    partial void Configure(ref QemuCommand<Pc> command) => throw new NotSupportedException("moon phase unsuitable");
}

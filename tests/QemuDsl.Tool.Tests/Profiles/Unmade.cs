namespace QemuDsl.Tool.Tests;

/// <summary>A profile that cannot be made.</summary>
[VmProfile<Pc>]
public sealed partial record Unmade
{
    /// <summary>Fails.</summary>
    public Unmade() => throw new NotSupportedException("no constructor today");
}

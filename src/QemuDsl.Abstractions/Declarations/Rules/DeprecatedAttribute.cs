namespace QemuDsl;


/// <summary>The release since which QEMU warns about it.</summary>
/// <param name="version">The release, such as <c>9.0</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public sealed class DeprecatedAttribute(string version) : Attribute
{
    /// <summary>The release.</summary>
    public string Version { get; } = version;

    /// <summary>What to use instead.</summary>
    public string? Instead { get; init; }
}

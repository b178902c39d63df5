namespace QemuDsl;


/// <summary>The first QEMU release that has it.</summary>
/// <param name="version">The release, such as <c>9.2</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public sealed class SinceAttribute(string version) : Attribute
{
    /// <summary>The release.</summary>
    public string Version { get; } = version;

    /// <summary>What to use before.</summary>
    public string? Instead { get; init; }
}

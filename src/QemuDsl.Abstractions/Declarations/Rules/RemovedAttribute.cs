namespace QemuDsl;


/// <summary>The first QEMU release that no longer has it.</summary>
/// <param name="version">The release, such as <c>9.2</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public sealed class RemovedAttribute(string version) : Attribute
{
    /// <summary>The release.</summary>
    public string Version { get; } = version;

    /// <summary>What to use instead.</summary>
    public string? Instead { get; init; }
}

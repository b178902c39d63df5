namespace QemuDsl;

/// <summary>A network back end: the partial record becomes <c>-netdev tap,…</c>.</summary>
/// <param name="name">QEMU's name of it, such as <c>tap</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetdevAttribute(string name) : Attribute
{
    /// <summary>QEMU's name of it.</summary>
    public string Name { get; } = name;
}

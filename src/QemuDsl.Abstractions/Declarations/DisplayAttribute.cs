namespace QemuDsl;

/// <summary>A display of the host: the partial record becomes <c>-display none,…</c>.</summary>
/// <param name="name">QEMU's name of it, such as <c>none</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DisplayAttribute(string name) : Attribute
{
    /// <summary>QEMU's name of it.</summary>
    public string Name { get; } = name;
}

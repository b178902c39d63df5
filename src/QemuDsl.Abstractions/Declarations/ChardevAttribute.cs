namespace QemuDsl;

/// <summary>A character device back end: the partial record becomes <c>-chardev socket,…</c>.</summary>
/// <param name="name">QEMU's name of it, such as <c>socket</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ChardevAttribute(string name) : Attribute
{
    /// <summary>QEMU's name of it.</summary>
    public string Name { get; } = name;
}

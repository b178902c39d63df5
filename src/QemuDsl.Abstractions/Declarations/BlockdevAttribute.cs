namespace QemuDsl;

/// <summary>A node of the block graph: the partial record becomes <c>-blockdev driver=qcow2,…</c>.</summary>
/// <param name="name">QEMU's name of it, such as <c>qcow2</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockdevAttribute(string name) : Attribute
{
    /// <summary>QEMU's name of it.</summary>
    public string Name { get; } = name;
}

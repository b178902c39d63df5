namespace QemuDsl;

/// <summary>A file system back end: the partial record becomes <c>-fsdev local,…</c>.</summary>
/// <param name="name">QEMU's name of it, such as <c>local</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FsdevAttribute(string name) : Attribute
{
    /// <summary>QEMU's name of it.</summary>
    public string Name { get; } = name;
}

namespace QemuDsl;

/// <summary>An audio back end: the partial record becomes <c>-audiodev wav,…</c>.</summary>
/// <param name="name">QEMU's name of it, such as <c>wav</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AudiodevAttribute(string name) : Attribute
{
    /// <summary>QEMU's name of it.</summary>
    public string Name { get; } = name;
}

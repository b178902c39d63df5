namespace QemuDsl;

/// <summary>An accelerator: the partial record becomes <c>-accel kvm,…</c>.</summary>
/// <param name="name">QEMU's name of it, such as <c>kvm</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AcceleratorAttribute(string name) : Attribute
{
    /// <summary>QEMU's name of it.</summary>
    public string Name { get; } = name;
}

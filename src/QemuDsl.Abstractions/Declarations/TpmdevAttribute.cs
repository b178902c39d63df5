namespace QemuDsl;

/// <summary>A TPM back end: the partial record becomes <c>-tpmdev emulator,…</c>.</summary>
/// <param name="name">QEMU's name of it, such as <c>emulator</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TpmdevAttribute(string name) : Attribute
{
    /// <summary>QEMU's name of it.</summary>
    public string Name { get; } = name;
}

namespace QemuDsl;


/// <summary>A user-creatable object: the partial record becomes <c>-object memory-backend-ram,…</c>.</summary>
/// <param name="name">QEMU's type name, such as <c>memory-backend-ram</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class QemuObjectAttribute(string name) : Attribute
{
    /// <summary>QEMU's type name.</summary>
    public string Name { get; } = name;

    /// <summary>What automatic ids begin with; <c>obj</c> when unset.</summary>
    public string? IdPrefix { get; init; }
}

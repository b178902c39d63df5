namespace QemuDsl;


/// <summary>A CPU: the partial record becomes <c>-cpu MODEL,…</c>. QEMU knows no escape for a comma in this option.</summary>
/// <param name="target">The architectures whose machines take it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CpuAttribute(Target target) : Attribute
{
    /// <summary>The model, such as <c>max</c>; null when a <see cref="PositionalAttribute"/> property gives it.</summary>
    public string? Model { get; init; }

    /// <summary>The architectures whose machines take it.</summary>
    public Target Target { get; } = target;
}

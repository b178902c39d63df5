namespace QemuDsl;


/// <summary>Can only be given together with another property.</summary>
/// <param name="property">The other property.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class RequiresAttribute(string property) : Attribute
{
    /// <summary>The other property.</summary>
    public string Property { get; } = property;
}

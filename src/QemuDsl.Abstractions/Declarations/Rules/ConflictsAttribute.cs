namespace QemuDsl;


/// <summary>Cannot be given together with another property.</summary>
/// <param name="property">The other property.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class ConflictsAttribute(string property) : Attribute
{
    /// <summary>The other property.</summary>
    public string Property { get; } = property;
}

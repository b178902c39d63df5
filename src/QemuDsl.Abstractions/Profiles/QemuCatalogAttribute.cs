namespace QemuDsl;

/// <summary>Tells the generator which type holds the catalogue of an assembly. Written by the generator.</summary>
/// <param name="catalog">The type.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class QemuCatalogAttribute(Type catalog) : Attribute
{
    /// <summary>The type.</summary>
    public Type Catalog { get; } = catalog;
}

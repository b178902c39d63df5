namespace QemuDsl;


/// <summary>
/// A structured value inside an option: dotted keys in key=value form (<c>cache.direct=on</c>), an object in JSON.
/// On an abstract record: a union, whose parts derive from it and carry their name.
/// </summary>
/// <param name="name">The branch of the union it is derived from, such as <c>inet</c>; null outside unions.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OptionPartAttribute(string? name = null) : Attribute
{
    /// <summary>The branch of the union.</summary>
    public string? Name { get; } = name;

    /// <summary>On a union: the key that tells the branches apart, such as <c>type</c>.</summary>
    public string? Discriminator { get; init; }
}

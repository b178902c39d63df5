namespace QemuDsl;

/// <summary>
/// A section of a configuration in VPP's brace syntax: the partial record becomes <c>unix { … }</c>. Without a name: a block inside a
/// section, or a whole file, whose properties are sections.
/// </summary>
/// <remarks>
/// Keys come from property names, as everywhere; one of two words (<c>dev default</c>) takes a <see cref="KeyAttribute"/>. A <c>bool</c> is
/// a bare word, a <c>bool?</c> says <c>on</c> or <c>off</c>, an <see cref="OptionList{T}"/> repeats its key. What is
/// <see cref="PositionalAttribute"/> is the label of the block: <c>dev 0000:00:06.0 { … }</c>.
/// </remarks>
/// <param name="name">The section's name, such as <c>unix</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SectionAttribute(string? name = null) : Attribute
{
    /// <summary>The section's name.</summary>
    public string? Name { get; } = name;
}

namespace QemuDsl.Generators.Model;

/// <summary>A section in braces, a block inside one, or a whole file of them.</summary>
internal sealed record SectionModel(string Namespace, string Name) : RecordModel(Namespace, Name)
{
    /// <summary>The section's name; null for a block and a file.</summary>
    public string? Section { get; init; }

    public PropertyModel? Label => Properties.FirstOrDefault(static property => property.Style == Style.Positional);
}

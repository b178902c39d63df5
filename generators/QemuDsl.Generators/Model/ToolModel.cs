namespace QemuDsl.Generators.Model;

/// <summary>The command line of a program, or a group of options of one.</summary>
internal sealed record ToolModel(string Namespace, string Name) : RecordModel(Namespace, Name)
{
    /// <summary>The program; null for a group.</summary>
    public string? Program { get; init; }

    /// <summary>The argument before a group.</summary>
    public string? Separator { get; init; }
}

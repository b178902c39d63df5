namespace QemuDsl.Abstractions.Tests;

/// <summary>A chardev.</summary>
[Chardev("lab")]
public sealed partial record LabChardev
{
    /// <summary>A file.</summary>
    public string? Path { get; init; }
}

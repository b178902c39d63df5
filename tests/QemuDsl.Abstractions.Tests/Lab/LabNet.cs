namespace QemuDsl.Abstractions.Tests;

/// <summary>A back end of network cards.</summary>
[Netdev("lab")]
public sealed partial record LabNet
{
    /// <summary>Its chardev.</summary>
    public IChardev? Chardev { get; init; }

    /// <summary>A text.</summary>
    public string? Text { get; init; }
}

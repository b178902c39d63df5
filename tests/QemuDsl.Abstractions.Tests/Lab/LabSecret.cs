namespace QemuDsl.Abstractions.Tests;

/// <summary>An object with a secret.</summary>
[QemuObject("lab-secret", IdPrefix = "key")]
public sealed partial record LabSecret
{
    /// <summary>The secret.</summary>
    [Secret("file")]
    public string? Data { get; init; }
}

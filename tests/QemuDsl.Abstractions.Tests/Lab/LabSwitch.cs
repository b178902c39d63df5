namespace QemuDsl.Abstractions.Tests;

/// <summary>Something on no bus.</summary>
[Switch("-lab", Repeatable = true)]
public sealed partial record LabSwitch
{
    /// <summary>A text.</summary>
    public string? Text { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>The kernel's command line (<c>-append</c>).</summary>
[Switch("-append")]
public sealed partial record Append
{
    /// <summary>The text (<c>text</c>).</summary>
    [Verbatim]
    public required string Text { get; init; }
}

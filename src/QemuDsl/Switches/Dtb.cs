namespace QemuDsl.Switches;

/// <summary>A device tree (<c>-dtb</c>).</summary>
[Switch("-dtb")]
public sealed partial record Dtb
{
    /// <summary>The file (<c>file</c>).</summary>
    [Verbatim]
    public required string File { get; init; }
}

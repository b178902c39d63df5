namespace QemuDsl.Switches;

/// <summary>The device tree (<c>-dtb</c>).</summary>
[Switch("-dtb")]
public sealed partial record Dtb
{
    /// <summary>The file.</summary>
    [Verbatim]
    public required string Path { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>The initial RAM disk (<c>-initrd</c>).</summary>
[Switch("-initrd")]
public sealed partial record Initrd
{
    /// <summary>The file; several are joined by commas.</summary>
    [Verbatim]
    public required string Path { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>The kernel's initial RAM disk (<c>-initrd</c>).</summary>
[Switch("-initrd")]
public sealed partial record Initrd
{
    /// <summary>The file (<c>file</c>).</summary>
    [Verbatim]
    public required string File { get; init; }
}

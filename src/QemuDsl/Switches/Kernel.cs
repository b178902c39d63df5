namespace QemuDsl.Switches;

/// <summary>The kernel to boot without a boot loader (<c>-kernel</c>).</summary>
[Switch("-kernel")]
public sealed partial record Kernel
{
    /// <summary>The kernel.</summary>
    [Verbatim]
    public required string Path { get; init; }
}

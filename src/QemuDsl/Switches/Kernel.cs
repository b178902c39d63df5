namespace QemuDsl.Switches;

/// <summary>A kernel that is booted without firmware (<c>-kernel</c>).</summary>
[Switch("-kernel")]
public sealed partial record Kernel
{
    /// <summary>The file (<c>file</c>).</summary>
    [Verbatim]
    public required string File { get; init; }
}

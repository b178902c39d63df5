namespace QemuDsl.Switches;

/// <summary>The command line of the kernel (<c>-append</c>).</summary>
[Switch("-append")]
public sealed partial record Append
{
    /// <summary>The command line.</summary>
    [Verbatim]
    public required string CommandLine { get; init; }
}

namespace QemuDsl;

/// <summary>A socket that is open already (<c>type=fd</c>).</summary>
[OptionPart("fd")]
public sealed partial record FdSocketAddress : SocketAddress
{
    /// <summary>Number of the descriptor, or its name in the monitor (<c>str</c>).</summary>
    public required string Str { get; init; }
}

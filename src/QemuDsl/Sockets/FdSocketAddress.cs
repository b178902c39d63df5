namespace QemuDsl;

/// <summary>A descriptor that is open already.</summary>
[OptionPart("fd")]
public sealed partial record FdSocketAddress : SocketAddress
{
    /// <summary>Its number or name (<c>str</c>).</summary>
    public required string Str { get; init; }
}

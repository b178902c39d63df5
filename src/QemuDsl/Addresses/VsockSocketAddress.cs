namespace QemuDsl;

/// <summary>A vsock address (<c>type=vsock</c>).</summary>
[OptionPart("vsock")]
public sealed partial record VsockSocketAddress : SocketAddress
{
    /// <summary>Context id of the machine (<c>cid</c>).</summary>
    [Pattern("[0-9]+")]
    public required string Cid { get; init; }

    /// <summary>Port number (<c>port</c>).</summary>
    [Pattern("[0-9]+")]
    public required string Port { get; init; }
}

namespace QemuDsl;

/// <summary>A UNIX socket (<c>type=unix</c>).</summary>
[OptionPart("unix")]
public sealed partial record UnixSocketAddress : SocketAddress
{
    /// <summary>Its path, at most 107 bytes (<c>path</c>).</summary>
    [SocketPath]
    public required string Path { get; init; }

    /// <summary>Whether it lives in the abstract name space of Linux (<c>abstract</c>).</summary>
    public bool? Abstract { get; init; }

    /// <summary>Whether an abstract name ends with its last character (<c>tight</c>).</summary>
    [Requires(nameof(Abstract))]
    public bool? Tight { get; init; }
}

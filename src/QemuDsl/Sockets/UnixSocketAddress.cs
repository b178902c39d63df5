namespace QemuDsl;

/// <summary>The path of a UNIX socket.</summary>
[OptionPart("unix")]
public sealed partial record UnixSocketAddress : SocketAddress
{
    /// <summary>The path (<c>path</c>).</summary>
    [SocketPath]
    public required string Path { get; init; }

    /// <summary>Whether it is an abstract name (<c>abstract</c>).</summary>
    public bool? Abstract { get; init; }

    /// <summary>Whether an abstract name ends where the text does (<c>tight</c>).</summary>
    public bool? Tight { get; init; }
}

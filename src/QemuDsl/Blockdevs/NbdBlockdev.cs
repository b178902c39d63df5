namespace QemuDsl.Blockdevs;

/// <summary>An export of an NBD server (<c>-blockdev driver=nbd</c>).</summary>
[Blockdev("nbd")]
public sealed partial record NbdBlockdev : BlockNode
{
    /// <summary>The server (<c>server</c>).</summary>
    public required SocketAddress Server { get; init; }

    /// <summary>Name of the export (<c>export</c>).</summary>
    public string? Export { get; init; }

    /// <summary>Id of the TLS credentials (<c>tls-creds</c>).</summary>
    public string? TlsCreds { get; init; }

    /// <summary>Name the server must prove (<c>tls-hostname</c>).</summary>
    public string? TlsHostname { get; init; }

    /// <summary>Seconds that requests wait for the server to come back (<c>reconnect-delay</c>).</summary>
    public uint? ReconnectDelay { get; init; }

    /// <summary>Seconds that opening waits for the server (<c>open-timeout</c>).</summary>
    public uint? OpenTimeout { get; init; }
}

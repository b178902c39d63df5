namespace QemuDsl.Blockdevs;

/// <summary>An export of an NBD server (<c>-blockdev driver=nbd</c>).</summary>
[Blockdev("nbd")]
public sealed partial record NbdBlockdev : CommonBlockdev
{
    /// <summary>Where the server listens (<c>server</c>).</summary>
    public required SocketAddress Server { get; init; }

    /// <summary>Name of the export (<c>export</c>).</summary>
    public string? Export { get; init; }

    /// <summary>Id of the TLS credentials object (<c>tls-creds</c>).</summary>
    public QemuId? TlsCreds { get; init; }

    /// <summary>Name the server's certificate must have (<c>tls-hostname</c>).</summary>
    [Requires(nameof(TlsCreds))]
    public string? TlsHostname { get; init; }

    /// <summary>Seconds that requests wait for a lost connection to come back (<c>reconnect-delay</c>).</summary>
    [AtLeast(0)]
    public int? ReconnectDelay { get; init; }

    /// <summary>Seconds that opening waits for the server (<c>open-timeout</c>).</summary>
    [AtLeast(0)]
    public int? OpenTimeout { get; init; }
}

namespace QemuDsl.Nfv;

/// <summary>The socket of VPP's binary API (<c>socksvr</c>).</summary>
[Section("socksvr")]
public sealed partial record SockSvrSection
{
    /// <summary>The socket where VPP's packages expect it (<c>default</c>).</summary>
    public bool Default { get; init; }

    /// <summary>Path of the socket (<c>socket-name</c>).</summary>
    [SocketPath]
    [Conflicts(nameof(Default))]
    public string? SocketName { get; init; }
}

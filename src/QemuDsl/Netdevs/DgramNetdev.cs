namespace QemuDsl.Netdevs;

/// <summary>A cable to another QEMU or a program over datagrams (<c>-netdev dgram</c>).</summary>
/// <remarks>Since QEMU 7.2. At least one address is given.</remarks>
[Netdev("dgram")]
public sealed partial record DgramNetdev
{
    /// <summary>Where datagrams arrive (<c>local</c>).</summary>
    public SocketAddress? Local { get; init; }

    /// <summary>Where datagrams go (<c>remote</c>); a multicast group needs no local address.</summary>
    public SocketAddress? Remote { get; init; }

    static partial void CheckMore(DgramNetdev value, Findings findings)
    {
        if (value is { Local: null, Remote: null })
        {
            findings.Error(FindingIds.Requirement, "local", null, "needs 'local' or 'remote'", "Set one address, or both.");
        }
    }
}

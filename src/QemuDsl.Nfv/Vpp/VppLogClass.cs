namespace QemuDsl.Nfv;

/// <summary>A class of VPP's log (<c>class dpdk/cryptodev { level debug }</c>).</summary>
[Section]
public sealed partial record VppLogClass
{
    /// <summary>Its name, such as <c>dpdk</c> or <c>dpdk/cryptodev</c>.</summary>
    [Positional]
    public required string Name { get; init; }

    /// <summary>How much is logged (<c>level</c>).</summary>
    public VppLogLevel? Level { get; init; }

    /// <summary>How much of it goes to syslog (<c>syslog-level</c>).</summary>
    public VppLogLevel? SyslogLevel { get; init; }

    /// <summary>Lines in a second (<c>rate-limit</c>).</summary>
    [AtLeast(0)]
    public int? RateLimit { get; init; }
}

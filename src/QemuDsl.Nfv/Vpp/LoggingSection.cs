namespace QemuDsl.Nfv;

/// <summary>VPP's log (<c>logging</c>).</summary>
[Section("logging")]
public sealed partial record LoggingSection
{
    /// <summary>How much is logged (<c>default-log-level</c>).</summary>
    public VppLogLevel? DefaultLogLevel { get; init; }

    /// <summary>How much of it goes to syslog (<c>default-syslog-log-level</c>).</summary>
    public VppLogLevel? DefaultSyslogLogLevel { get; init; }

    /// <summary>Lines that are kept in memory (<c>size</c>).</summary>
    [AtLeast(1)]
    public int? Size { get; init; }

    /// <summary>Seconds of silence after which a throttled class logs again (<c>unthrottle-time</c>).</summary>
    [AtLeast(0)]
    public int? UnthrottleTime { get; init; }

    /// <summary>Lines go to the event log too (<c>add-to-elog</c>).</summary>
    [Key("add-to-elog")]
    public bool AddToEventLog { get; init; }

    /// <summary>Classes with a level of their own (<c>class</c>).</summary>
    [Key("class")]
    public OptionList<VppLogClass> Classes { get; init; } = [];
}

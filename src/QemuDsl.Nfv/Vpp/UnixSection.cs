namespace QemuDsl.Nfv;

/// <summary>VPP as a process: log, command line, start-up script (<c>unix</c>).</summary>
[Section("unix")]
public sealed partial record UnixSection
{
    /// <summary>Reads commands from the terminal (<c>interactive</c>).</summary>
    public bool Interactive { get; init; }

    /// <summary>Stays in the foreground (<c>nodaemon</c>).</summary>
    [Key("nodaemon")]
    [Conflicts(nameof(Interactive))]
    public bool NoDaemon { get; init; }

    /// <summary>Logs to no syslog (<c>nosyslog</c>).</summary>
    [Key("nosyslog")]
    public bool NoSyslog { get; init; }

    /// <summary>File that commands and their output are logged to (<c>log</c>).</summary>
    public string? Log { get; init; }

    /// <summary>Socket or <c>HOST:PORT</c> of the command line (<c>cli-listen</c>).</summary>
    [SocketPath]
    public string? CliListen { get; init; }

    /// <summary>Script of commands that are run at the start (<c>exec</c>).</summary>
    public string? Exec { get; init; }

    /// <summary>File for the process number (<c>pidfile</c>).</summary>
    [Key("pidfile")]
    public string? PidFile { get; init; }

    /// <summary>Folder of sockets and other files of this run (<c>runtime-dir</c>).</summary>
    public string? RuntimeDir { get; init; }

    /// <summary>Writes all of its memory when it crashes (<c>full-coredump</c>).</summary>
    [Key("full-coredump")]
    public bool FullCoreDump { get; init; }

    /// <summary>Largest core file (<c>coredump-size</c>).</summary>
    [Key("coredump-size")]
    public ByteSize? CoreDumpSize { get; init; }

    /// <summary>Group it runs in, name or number (<c>gid</c>).</summary>
    public string? Gid { get; init; }

    /// <summary>Microseconds the main loop sleeps in each round (<c>poll-sleep-usec</c>).</summary>
    [AtLeast(0)]
    public int? PollSleepUsec { get; init; }

    /// <summary>Log and command line without colours (<c>nocolor</c>).</summary>
    [Key("nocolor")]
    public bool NoColor { get; init; }

    /// <summary>Starts without a banner (<c>nobanner</c>).</summary>
    [Key("nobanner")]
    public bool NoBanner { get; init; }

    /// <summary>The command line takes whole lines (<c>cli-line-mode</c>).</summary>
    public bool CliLineMode { get; init; }

    /// <summary>Lines the pager keeps (<c>cli-pager-buffer-limit</c>).</summary>
    [AtLeast(0)]
    public int? CliPagerBufferLimit { get; init; }

    /// <summary>Prompt of the command line (<c>cli-prompt</c>).</summary>
    public string? CliPrompt { get; init; }

    /// <summary>Output of the command line is not paged (<c>cli-no-pager</c>).</summary>
    public bool CliNoPager { get; init; }

    /// <summary>The command line begins without a banner (<c>cli-no-banner</c>).</summary>
    public bool CliNoBanner { get; init; }

    /// <summary>Commands the command line remembers (<c>cli-history-limit</c>).</summary>
    [AtLeast(0)]
    public int? CliHistoryLimit { get; init; }
}

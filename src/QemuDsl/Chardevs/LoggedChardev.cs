namespace QemuDsl.Chardevs;

/// <summary>What every character device has: a log and multiplexing.</summary>
public abstract record LoggedChardev
{
    /// <summary>Whether several front ends share it, switched by ctrl-a c (<c>mux</c>).</summary>
    public bool? Mux { get; init; }

    /// <summary>File that everything written to it is copied to (<c>logfile</c>).</summary>
    [Key("logfile")]
    public string? LogFile { get; init; }

    /// <summary>Whether the log is kept from the last run (<c>logappend</c>).</summary>
    [Key("logappend")]
    [Requires(nameof(LogFile))]
    public bool? LogAppend { get; init; }
}

namespace QemuDsl.Runtime;

/// <summary>A VM of this user on a host, whoever started it; what its run directory tells.</summary>
/// <param name="Directory">Its run directory.</param>
public sealed record VmEntry(string Directory)
{
    /// <summary><see cref="VmOptions.Name"/>.</summary>
    public string? Name { get; init; }

    /// <summary>QEMU's process number; 0 when that was never written down.</summary>
    public int Pid { get; init; }

    /// <summary>When that process started, in clock ticks since the host booted.</summary>
    public long ProcessStartTime { get; init; }

    /// <summary>The boot of the host it was started in.</summary>
    public string BootId { get; init; } = "";

    /// <summary>
    /// Whether QEMU runs; not only some process that has its number now. What runs in another PID namespace, such as a container's, cannot be
    /// seen: it neither runs nor is it abandoned.
    /// </summary>
    public bool IsRunning { get; init; }

    /// <summary>Whether somebody stopped QEMU's process (SIGSTOP), which answers nobody then until it is continued (SIGCONT).</summary>
    public bool IsProcessStopped { get; init; }

    /// <summary>Whether its supervisor is gone: nobody looks after it, and <see cref="VmHostExtensions.SweepAsync"/> removes it.</summary>
    public bool IsAbandoned { get; init; }

    /// <summary>Whether it was left to itself; else it ends with the program that started it.</summary>
    public bool IsDetached { get; init; }

    /// <summary>Whether its console can be read by whoever attaches to it.</summary>
    public bool HasSerial { get; init; }

    /// <summary>Its port for the guest agent; null when it has none.</summary>
    public GuestAgentPort? GuestAgent { get; init; }

    /// <summary>When it was started, by the clock of the machine it was started from.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it is ended at the latest; null when it ends with its owner.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>QEMU's program.</summary>
    public string Program { get; init; } = "";

    /// <summary>Its arguments, passwords masked.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

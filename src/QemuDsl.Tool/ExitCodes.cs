namespace QemuDsl.Tool;

/// <summary>Exit codes of the tool.</summary>
internal static class ExitCodes
{
    /// <summary>Done; for <c>run</c>: the VM booted.</summary>
    public const int Done = 0;

    /// <summary>The VM did not boot, or ended by itself in failure.</summary>
    public const int Failed = 1;

    /// <summary>The request was wrong: an unknown option, a profile that cannot be read, a description with errors.</summary>
    public const int BadRequest = 2;

    /// <summary>For <c>exec</c> and <c>run --host-root</c>: the program was not run, or nobody knows how it ended.</summary>
    public const int NotExecuted = 125;

    /// <summary>Ended by Ctrl-C or TERM.</summary>
    public const int Cancelled = 130;

    /// <summary>What the help says of them.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Done, "Done; for run: the VM booted"),
        (Failed, "The VM did not boot, QEMU ended in failure, or the output could not be written; for doctor: something needed is missing"),
        (BadRequest,
            "The request was wrong: an unknown option, a profile that cannot be read, a description with errors, an argument QEMU refused"),
        (NotExecuted, "For exec and run --host-root, which pass on the exit code of the program: it could not be run, or its end is not known"),
        (Cancelled, "Cancelled by Ctrl-C or SIGTERM"),
    ];
}

using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>What QEMU's words and numbers about its end mean.</summary>
internal static class ExitCauses
{
    /// <summary>What a supervisor wrote of QEMU's end: its exit code, and "oom" behind it when the OOM killer may have been it; null for anything else.</summary>
    public static VmExit? Read(string text)
    {
        var (code, oom) = text.EndsWith(" oom", StringComparison.Ordinal) ? (text[..^4], true) : (text, false);
        return (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number), oom) switch
        {
            (false, _) => null,
            (_, false) => new VmExit(number, VmExitReason.Ended),
            _ => new VmExit(number, VmExitReason.Ended) { Cause = VmExitCause.OutOfMemory },
        };
    }

    /// <summary>The cause behind QEMU's last <c>SHUTDOWN</c> event.</summary>
    public static VmExitCause Of(QmpEvent? shutdown) => shutdown?.Data.Text("reason") switch
    {
        "guest-shutdown" => VmExitCause.GuestShutdown,
        "guest-reset" or "subsystem-reset" => VmExitCause.GuestReset,
        "guest-panic" => VmExitCause.GuestPanic,
        "host-qmp-quit" or "host-ui" => VmExitCause.Quit,
        "host-qmp-system-reset" => VmExitCause.Reset,
        "host-error" => VmExitCause.Error,
        "host-signal" => VmExitCause.Terminated,
        _ => VmExitCause.Unknown,
    };

    /// <summary>What a message adds in parentheses; null for nothing.</summary>
    public static string? Describe(VmExitCause cause) => cause switch
    {
        VmExitCause.GuestShutdown => "the guest switched itself off",
        VmExitCause.GuestReset => "the guest reset itself, and the command has -no-reboot",
        VmExitCause.GuestPanic => "the guest reported a panic",
        VmExitCause.Quit => "it was told to quit",
        VmExitCause.Reset => "it was reset, and the command has -no-reboot",
        VmExitCause.Error => "it could not go on",
        VmExitCause.Terminated => "it was told to end by a signal",
        _ => null,
    };

    /// <summary>A signal as messages show it: its number, and what it tells where it is one that QEMU meets.</summary>
    public static string Describe(int signal) => signal switch
    {
        4 => "4 (SIGILL)",
        6 => "6 (SIGABRT: QEMU gave up; its last words tell why)",
        7 => "7 (SIGBUS: the host had no page for memory it had promised; huge pages or /dev/shm ran out)",
        8 => "8 (SIGFPE)",
        9 => "9 (SIGKILL)",
        11 => "11 (SIGSEGV: QEMU crashed)",
        15 => "15 (SIGTERM)",
        24 => "24 (SIGXCPU: its limit of CPU time ran out)",
        25 => "25 (SIGXFSZ: a file came to its limit)",
        31 => "31 (SIGSYS: QEMU's sandbox refused a system call)",
        _ => signal.ToString(CultureInfo.InvariantCulture),
    };
}

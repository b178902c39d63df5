using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>What is looked at before anything is started.</summary>
internal static class StartChecks
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(3650);

    public static void Findings(IQemuCommand command, ILogger logger)
    {
        var findings = command.Check();
        foreach (var warning in findings.Where(static finding => finding.Severity == Severity.Warning))
        {
            Log.Finding(logger, warning);
        }

        var errors = findings.Where(static finding => finding.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            var list = string.Join('\n', errors.Select(static error => $"  {error}"));
            throw new QemuStartException($"The description has errors, so QEMU was not started:\n{list}", errors);
        }
    }

    public static void Options(VmOptions options)
    {
        if (options is { StartPaused: true, ReadyWhen: not null })
        {
            throw new ArgumentException(
                "A guest that starts paused never gets ready. Set StartPaused, then call ContinueAsync and WaitAsync; or only ReadyWhen.",
                nameof(options));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(options.SerialHistory);
        Deadline(options.StartTimeout, nameof(VmOptions.StartTimeout));
        Deadline(options.BootTimeout, nameof(VmOptions.BootTimeout));
        if (options.Lifetime is { } lifetime && (lifetime <= TimeSpan.Zero || lifetime > LongestLife))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), lifetime, $"{nameof(VmOptions.Lifetime)} is to be positive and at most {LongestLife.TotalDays} days.");
        }

        if (options.Placement is { } placement && placement.RefreshInterval <= TimeSpan.Zero && placement.RefreshInterval != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentException(
                "VmPlacement.RefreshInterval is to be positive, or Timeout.InfiniteTimeSpan for never.", nameof(options));
        }

        _ = options.FailureSigns.Patterns;
    }

    // What a timer takes; found out only after QEMU was started otherwise.
    private static void Deadline(TimeSpan limit, string name)
    {
        if (limit != Timeout.InfiniteTimeSpan && (limit < TimeSpan.Zero || limit.TotalMilliseconds >= uint.MaxValue))
        {
            throw new ArgumentOutOfRangeException(
                name, limit, $"{name} is no time a timer can wait. Give one up to 49 days, or Timeout.InfiniteTimeSpan.");
        }
    }

    public static void Arguments(IReadOnlyList<string> arguments)
    {
        if (arguments.Any(static argument => argument is "-daemonize" or "--daemonize"))
        {
            throw new QemuStartException(
                "-daemonize takes QEMU away from its supervisor, so QEMU was not started. "
                + "Leave it out: the VM runs in the background anyway.");
        }
    }

    public static HostException NoDirectory(string host, string why, Exception? failure = null) =>
        new(host, $"the run directory cannot be made or filled: {why.TrimEnd('.')}. Make room there, or choose another RunRoot.", failure);

    public static QemuException Missing(IVmHost host, IQemuCommand command, string missing) => missing == "program"
        ? Missing(host, command.Program)
        : new HostException(host.Name, $"'{missing}' is missing, and no VM is started that could outlive its owner. Install util-linux.");

    private static QemuStartException Missing(IVmHost host, string program) => new(program.Contains('/', StringComparison.Ordinal)
        ? $"'{Evidence.Printable(program)}' does not exist on {host.Name} or cannot be executed. Correct the path, or run 'chmod +x' on it."
        : $"'{Evidence.Printable(program)}' is not on the PATH of {host.Name}. Install QEMU (Debian: apt-get install qemu-system), "
            + "or name the program by its path.");
}

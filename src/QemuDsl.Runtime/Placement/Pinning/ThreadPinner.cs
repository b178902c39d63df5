namespace QemuDsl.Runtime;

/// <summary>Gives threads their CPUs and scheduling and reads back what the kernel made of it.</summary>
internal static class ThreadPinner
{
    /// <exception cref="HostException">The kernel did not take something.</exception>
    public static async Task PinAsync(IShell shell, int pid, IReadOnlyList<ThreadTarget> targets, CancellationToken cancellationToken)
    {
        if (targets.Count == 0)
        {
            return;
        }

        var arguments = targets.SelectMany(target => target.Arguments(pid));
        var result = await shell.RunAsync("pin-threads.sh", arguments, cancellationToken).ConfigureAwait(false);
        var lines = result.Output.Split('\n');
        var states = lines.Select(ThreadState.Parse).OfType<ThreadState>().ToDictionary(static state => state.Thread);
        var gone = lines.Where(static line => line.StartsWith("gone ", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var differences = targets.Select(target => Difference(target, states, gone)).OfType<string>().ToList();
        if (differences.Count > 0)
        {
            var said = lines.Where(static line => !line.StartsWith("state ", StringComparison.Ordinal)).Except(gone).Append(result.Errors);
            throw NotTaken(shell, differences, said);
        }
    }

    // A thread that ended meanwhile needs no place.
    private static string? Difference(ThreadTarget target, Dictionary<int, ThreadState> states, HashSet<string> gone) =>
        states.TryGetValue(target.Thread.Id, out var state) ? target.Difference(state)
        : gone.Contains($"gone {target.Thread.Id}") ? null
        : $"{target.Thread} was not read back";

    private static HostException NotTaken(IShell shell, List<string> differences, IEnumerable<string> said) => new(
        shell.HostName,
        $"the kernel did not place {differences.Count} threads of QEMU as asked. A CPU must be online and in QEMU's cpuset; "
        + "real-time scheduling needs CAP_SYS_NICE or RLIMIT_RTPRIO, and a budget in cpu.rt_runtime_us of its control group.\n"
        + string.Join('\n', differences.Select(static difference => "  " + difference))
        + $"\nThe host said:\n{Evidence.LastLines(string.Join('\n', said), 10)}");
}

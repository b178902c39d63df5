namespace QemuDsl.Runtime;

/// <summary>What processes started on a host may do to their threads.</summary>
internal sealed record PlacementRights
{
    private const int CapSysNice = 23;

    public required CpuSet Online { get; init; }

    public required CpuSet Present { get; init; }

    /// <summary>Null when no control group tells one.</summary>
    public required CpuSet? Cpuset { get; init; }

    public required string? CpusetFile { get; init; }

    /// <summary>Whether they hold CAP_SYS_NICE. In a user namespace the kernel may refuse all the same, which reading back shows.</summary>
    public required bool MaySetPriorities { get; init; }

    /// <summary>Soft RLIMIT_RTPRIO.</summary>
    public required int RealTimeLimit { get; init; }

    /// <summary>Microseconds in each period (<c>cpu.rt_runtime_us</c>); null where there is no such limit.</summary>
    public required long? RealTimeBudget { get; init; }

    public required string? BudgetFile { get; init; }

    /// <summary>Whether the kernel limits real-time threads at all (<c>sched_rt_runtime_us</c> is not -1).</summary>
    public required bool BudgetIsEnforced { get; init; }

    public static async Task<PlacementRights> ReadAsync(IShell shell, string root, CancellationToken cancellationToken)
    {
        var cpus = $"{root}/sys/devices/system/cpu";
        var first = await HostFiles.ReadAsync(
            shell,
            [
                $"{cpus}/online", $"{cpus}/present", $"{root}/proc/self/status", $"{root}/proc/self/limits",
                $"{root}/proc/sys/kernel/sched_rt_runtime_us", .. ControlGroups.Patterns(root),
            ],
            cancellationToken).ConfigureAwait(false);
        var groups = ControlGroups.Read(first, root);
        string[] budgetFiles = groups.RealTimeBudgetFile is { } file ? [file] : [];
        var second = await HostFiles.ReadAsync(shell, [.. groups.CpusetFiles, .. budgetFiles], cancellationToken).ConfigureAwait(false);
        return new PlacementRights
        {
            Online = first.Cpus($"{cpus}/online"),
            Present = first.Cpus($"{cpus}/present").Or(first.Cpus($"{cpus}/online")),
            Cpuset = groups.Cpuset(second),
            CpusetFile = groups.CpusetFiles.FirstOrDefault(path => second.Cpus(path).Count > 0),
            MaySetPriorities = ProcText.HasCapability(first.Text($"{root}/proc/self/status"), CapSysNice),
            RealTimeLimit = (int)Math.Min(ProcText.SoftLimit(first.Text($"{root}/proc/self/limits"), "Max realtime priority"), int.MaxValue),
            RealTimeBudget = groups.RealTimeBudgetFile is { } budget ? second.Number(budget) : null,
            BudgetFile = groups.RealTimeBudgetFile,
            BudgetIsEnforced = first.Number($"{root}/proc/sys/kernel/sched_rt_runtime_us") is not -1,
        };
    }
}

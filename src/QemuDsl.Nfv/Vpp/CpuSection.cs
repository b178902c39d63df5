namespace QemuDsl.Nfv;

/// <summary>VPP's threads and their CPUs (<c>cpu</c>).</summary>
[Section("cpu")]
public sealed partial record CpuSection
{
    /// <summary>CPU of the main thread (<c>main-core</c>).</summary>
    [AtLeast(0)]
    public int? MainCore { get; init; }

    /// <summary>CPUs of worker threads, one each (<c>corelist-workers</c>).</summary>
    [Conflicts(nameof(Workers))]
    public CpuSet? CorelistWorkers { get; init; }

    /// <summary>Number of worker threads on CPUs that VPP chooses (<c>workers</c>).</summary>
    [AtLeast(0)]
    public int? Workers { get; init; }

    /// <summary>CPUs that VPP leaves alone when it chooses (<c>skip-cores</c>).</summary>
    [AtLeast(0)]
    public int? SkipCores { get; init; }

    /// <summary>How the kernel schedules the threads (<c>scheduler-policy</c>).</summary>
    public VppSchedulerPolicy? SchedulerPolicy { get; init; }

    /// <summary>Priority under <c>fifo</c> and <c>rr</c> (<c>scheduler-priority</c>).</summary>
    [Range(1, 99)]
    [Requires(nameof(SchedulerPolicy))]
    public int? SchedulerPriority { get; init; }
}

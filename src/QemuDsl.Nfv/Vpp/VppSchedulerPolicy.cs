namespace QemuDsl.Nfv;

/// <summary>How the kernel schedules VPP's threads.</summary>
[OptionEnum]
public enum VppSchedulerPolicy
{
    /// <summary>As any other thread.</summary>
    Other,

    /// <summary>As work nobody waits for.</summary>
    Batch,

    /// <summary>When nothing else runs.</summary>
    Idle,

    /// <summary>Real time, first come, first served.</summary>
    Fifo,

    /// <summary>Real time, in turns.</summary>
    [Value("rr")]
    RoundRobin,
}

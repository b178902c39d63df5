namespace QemuDsl.Runtime;

/// <summary>The kernel's scheduling policies that VMs are given. The numbers are the kernel's.</summary>
public enum SchedulingPolicy
{
    /// <summary>SCHED_OTHER.</summary>
    Other = 0,

    /// <summary>SCHED_FIFO.</summary>
    Fifo = 1,

    /// <summary>SCHED_RR.</summary>
    RoundRobin = 2,
}

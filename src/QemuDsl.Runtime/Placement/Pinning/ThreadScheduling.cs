namespace QemuDsl.Runtime;

/// <summary>
/// The kernel's policy for a thread (<c>sched_setscheduler</c>). Real-time policies are set with reset-on-fork: what a thread starts is not
/// real-time.
/// </summary>
public sealed record ThreadScheduling
{
    private ThreadScheduling(SchedulingPolicy policy, int priority)
    {
        Policy = policy;
        Priority = priority;
    }

    /// <summary>The ordinary policy (SCHED_OTHER).</summary>
    public static ThreadScheduling Other { get; } = new(SchedulingPolicy.Other, 0);

    /// <summary>The policy.</summary>
    public SchedulingPolicy Policy { get; }

    /// <summary>1 to 99 for the real-time policies, higher goes first; 0 for the ordinary one.</summary>
    public int Priority { get; }

    internal bool IsRealTime => Policy != SchedulingPolicy.Other;

    /// <summary>Real-time until it blocks (SCHED_FIFO).</summary>
    /// <param name="priority">1 to 99, higher goes first.</param>
    public static ThreadScheduling Fifo(int priority) => RealTime(SchedulingPolicy.Fifo, priority);

    /// <summary>Real-time, taking turns with its equals (SCHED_RR).</summary>
    /// <param name="priority">1 to 99, higher goes first.</param>
    public static ThreadScheduling RoundRobin(int priority) => RealTime(SchedulingPolicy.RoundRobin, priority);

    /// <inheritdoc/>
    public override string ToString() => IsRealTime ? $"{Policy} {Priority}" : "Other";

    private static ThreadScheduling RealTime(SchedulingPolicy policy, int priority)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(priority, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, 99);
        return new ThreadScheduling(policy, priority);
    }
}

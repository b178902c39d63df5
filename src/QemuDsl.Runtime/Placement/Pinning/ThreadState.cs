using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>How the kernel has a thread, as read back.</summary>
internal sealed record ThreadState(int Thread, CpuSet Cpus, string Policy, int Priority)
{
    public string Scheduling => string.Create(CultureInfo.InvariantCulture, $"{Policy} {Priority}");

    /// <summary>Reads <c>state ID CPUS POLICY PRIORITY</c>.</summary>
    public static ThreadState? Parse(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["state", var thread, var cpus, var policy, var priority]
        && int.TryParse(thread, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(priority, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ThreadState(id, CpuSets.ParseOrEmpty(cpus), policy, number)
            : null;

    public bool Has(ThreadScheduling wanted) => Priority == wanted.Priority && Policy == wanted.Policy switch
    {
        SchedulingPolicy.Fifo => "SCHED_FIFO|SCHED_RESET_ON_FORK",
        SchedulingPolicy.RoundRobin => "SCHED_RR|SCHED_RESET_ON_FORK",
        _ => "SCHED_OTHER",
    };
}

using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>What one thread is to get.</summary>
internal sealed record ThreadTarget(VmThread Thread, CpuSet? Cpus, ThreadScheduling? Scheduling)
{
    /// <summary>The arguments of the script for it.</summary>
    public IEnumerable<string> Arguments(int pid) =>
    [
        Text(Thread.Id),
        Text(Thread.IsKernel ? Thread.Id : pid),
        Cpus?.ToString() ?? "-",
        Scheduling?.Policy.ToString() ?? "-",
        Text(Scheduling?.Priority ?? 0),
    ];

    /// <summary>What the kernel did not take; null when it took everything.</summary>
    public string? Difference(ThreadState state)
    {
        var differences = new List<string>();
        if (Cpus is { } cpus && state.Cpus != cpus)
        {
            differences.Add($"was to run on CPU {cpus} and may run on {state.Cpus}");
        }

        if (Scheduling is { } scheduling && !state.Has(scheduling))
        {
            differences.Add($"was to be scheduled as {scheduling} and is {state.Scheduling}");
        }

        return differences.Count == 0 ? null : $"{Thread} {string.Join(", ", differences)}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

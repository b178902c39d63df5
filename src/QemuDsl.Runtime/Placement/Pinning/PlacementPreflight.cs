using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Looks, before a guest runs, whether a host can carry out a placement.</summary>
internal sealed class PlacementPreflight
{
    private readonly VmPlacement _placement;
    private readonly PlacementRights _rights;

    private PlacementPreflight(VmPlacement placement, PlacementRights rights)
    {
        _placement = placement;
        _rights = rights;
    }

    /// <exception cref="HostException">It cannot; the message has every reason and what to do about it.</exception>
    public static async Task CheckAsync(
        IShell shell, VmPlacement placement, string root = "", CancellationToken cancellationToken = default)
    {
        // Side by side: on a remote host each is a round trip.
        var looking = shell.RunAsync("missing-programs.sh", ["taskset", "chrt"], cancellationToken);
        var reading = PlacementRights.ReadAsync(shell, root, cancellationToken);
        await Task.WhenAll(looking, reading).ConfigureAwait(false);
        if ((await looking.ConfigureAwait(false)).Output.Split('\n')[0] is { Length: > 0 } missing)
        {
            throw new HostException(shell.HostName, $"'{missing}' is missing, and threads cannot be placed. Install util-linux.");
        }

        var check = new PlacementPreflight(placement, await reading.ConfigureAwait(false));
        List<string> problems = [.. check.CpuProblems(), .. check.RealTimeProblems()];
        if (problems.Count > 0)
        {
            throw new HostException(
                shell.HostName, $"the VM cannot be placed as asked, so it was not started:\n  {string.Join("\n  ", problems)}");
        }
    }

    private IEnumerable<string> CpuProblems()
    {
        foreach (var (name, cpus) in Sets())
        {
            if (cpus.Count == 0)
            {
                yield return $"{name} is an empty set of CPUs. Name some, or leave it null.";
            }
            else if (cpus.Without(_rights.Present) is { Count: > 0 } absent)
            {
                yield return $"{name}: CPU {absent} does not exist; the host has {_rights.Present}.";
            }
            else if (cpus.Without(_rights.Online) is { Count: > 0 } offline)
            {
                var file = string.Create(CultureInfo.InvariantCulture, $"/sys/devices/system/cpu/cpu{offline.Ranges[0].First}/online");
                yield return $"{name}: CPU {offline} is off. As root: echo 1 > {file}";
            }
            else if (_rights.Cpuset is { } cpuset && cpus.Without(cpuset) is { Count: > 0 } forbidden)
            {
                yield return $"{name}: CPU {forbidden} is not in the cpuset {cpuset} of processes started there ({_rights.CpusetFile}). "
                    + "Widen it there and above (systemd: AllowedCPUs=; containers: --cpuset-cpus), or choose from it.";
            }
        }
    }

    private IEnumerable<string> RealTimeProblems()
    {
        // The ordinary policy has priority 0.
        var priority = Schedulings().Select(static scheduling => scheduling.Priority).DefaultIfEmpty(0).Max();
        if (priority > 0 && !_rights.MaySetPriorities && priority > _rights.RealTimeLimit)
        {
            yield return $"Real-time priority {priority} needs CAP_SYS_NICE or RLIMIT_RTPRIO, which is {_rights.RealTimeLimit}. "
                + $"Run as root, or give the user 'rtprio {priority}' in /etc/security/limits.conf (systemd: LimitRTPRIO={priority}).";
        }

        if (priority > 0 && _rights is { RealTimeBudget: 0, BudgetIsEnforced: true })
        {
            yield return "The control group has no budget for real-time threads. As root, after the same for the groups above it: "
                + $"echo 950000 > {_rights.BudgetFile}";
        }
    }

    private IEnumerable<(string Name, CpuSet Cpus)> Sets() =>
    [
        .. _placement.VCpus.Select(static (cpus, index) => ($"VCpus[{index}]", cpus)),
        .. _placement.IoThreads.Select(static pair => ($"IoThreads[{Evidence.Printable(pair.Key)}]", pair.Value)),
        .. Optional("Emulator", _placement.Emulator),
        .. Optional("Vhost", _placement.Vhost),
    ];

    private static IEnumerable<(string Name, CpuSet Cpus)> Optional(string name, CpuSet? cpus) => cpus is { } set ? [(name, set)] : [];

    private IEnumerable<ThreadScheduling> Schedulings() => new[]
    {
        _placement.VCpuScheduling, _placement.IoThreadScheduling, _placement.EmulatorScheduling, _placement.VhostScheduling,
    }.OfType<ThreadScheduling>();
}

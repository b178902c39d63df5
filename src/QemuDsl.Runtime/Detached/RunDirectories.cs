namespace QemuDsl.Runtime;

/// <summary>Reads what the script about run directories prints.</summary>
internal static class RunDirectories
{
    public static async Task<IReadOnlyList<(VmEntry Vm, bool IsSwept)>> RunAsync(IVmHost host, string mode, CancellationToken cancellationToken)
    {
        var root = await host.FindRunRootAsync(cancellationToken).ConfigureAwait(false);
        var result = await HostShell.RunAsync(host, "run-directories.sh", [mode, root], cancellationToken).ConfigureAwait(false);
        return result.Code == 0
            ? Parse(result.Output)
            : throw new HostException(host.Name, $"its VMs cannot be listed: {Evidence.Printable(result.Errors.Trim())}");
    }

    private static List<(VmEntry Vm, bool IsSwept)> Parse(string output)
    {
        var found = new List<(VmEntry Vm, bool IsSwept)>();
        foreach (var line in output.Split('\n'))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var (word, rest) = blank < 0 ? (line, "") : (line[..blank], line[(blank + 1)..]);
            if (word == "directory")
            {
                found.Add((new VmEntry(rest), false));
            }
            else if (found.Count > 0)
            {
                var (vm, isSwept) = found[^1];
                found[^1] = (Add(vm, word, rest), isSwept || word == "swept");
            }
        }

        return found;
    }

    private static VmEntry Add(VmEntry vm, string word, string rest) => (word, rest) switch
    {
        ("owner", _) => vm with { IsAbandoned = rest == "dead" },
        ("qemu", _) => vm with { IsRunning = rest is "alive" or "stopped", IsProcessStopped = rest == "stopped" },
        ("detached", _) => vm with { IsDetached = rest == "yes" },
        ("state", _) => VmState.Read(rest, vm) ?? vm,
        _ => vm,
    };
}

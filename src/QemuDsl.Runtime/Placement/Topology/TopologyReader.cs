using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Makes a <see cref="HostTopology"/> of the files under <c>/sys/devices/system</c>.</summary>
internal sealed class TopologyReader(string host, HostFiles files, string root)
{
    private readonly string _cpus = $"{root}/sys/devices/system/cpu";
    private readonly string _nodes = $"{root}/sys/devices/system/node";

    public static IEnumerable<string> Patterns(string root) =>
    [
        $"{root}/sys/devices/system/cpu/online",
        $"{root}/sys/devices/system/cpu/offline",
        $"{root}/sys/devices/system/cpu/isolated",
        $"{root}/sys/devices/system/cpu/present",
        $"{root}/sys/devices/system/cpu/cpu[0-9]*/topology/physical_package_id",
        $"{root}/sys/devices/system/cpu/cpu[0-9]*/topology/thread_siblings_list",
        $"{root}/sys/devices/system/node/node[0-9]*/cpulist",
    ];

    public HostTopology Read(CpuSet? cpuset)
    {
        var online = files.Cpus($"{_cpus}/online");
        if (online.Count == 0)
        {
            throw new HostException(host, $"{_cpus}/online is missing or empty, so its CPUs are not known. Mount sysfs at /sys.");
        }

        var isolated = files.Cpus($"{_cpus}/isolated");
        var nodes = NodesByCpu();
        var cpus = online.Numbers().Select(number => Cpu(number, online, nodes) with
        {
            IsAllowed = cpuset?.Contains(number) ?? true,
            IsIsolated = isolated.Contains(number),
        });
        return new HostTopology(host, [.. cpus])
        {
            // 'offline' also lists numbers that could only be plugged in.
            Offline = files.Cpus($"{_cpus}/offline").And(files.Cpus($"{_cpus}/present")),
        };
    }

    private HostCpu Cpu(int number, CpuSet online, Dictionary<int, int> nodes)
    {
        var topology = string.Create(CultureInfo.InvariantCulture, $"{_cpus}/cpu{number}/topology");
        var siblings = files.Cpus($"{topology}/thread_siblings_list").And(online).Or(CpuSet.Of(number));

        // Some Arm and virtual machines tell -1.
        var socket = Math.Max(0, files.Number($"{topology}/physical_package_id") ?? 0);
        return new HostCpu(number, nodes.GetValueOrDefault(number), (int)socket, siblings);
    }

    private Dictionary<int, int> NodesByCpu()
    {
        var nodes = new Dictionary<int, int>();
        foreach (var path in files.Paths.Where(path => path.StartsWith(_nodes, StringComparison.Ordinal)))
        {
            var directory = Path.GetFileName(Path.GetDirectoryName(path))!;
            if (int.TryParse(directory["node".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var node))
            {
                foreach (var cpu in files.Cpus(path).Numbers())
                {
                    nodes[cpu] = node;
                }
            }
        }

        return nodes;
    }
}

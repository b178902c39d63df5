using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>A <c>/sys</c> and <c>/proc</c> of another machine, as files in a directory.</summary>
internal sealed class FakeTree : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();

    public string Root => _directory.FullPath;

    public LocalHost Host { get; } = new();

    public FakeTree Write(string path, string text)
    {
        var file = _directory.File(path.TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
        return this;
    }

    public FakeTree Link(string path, string target)
    {
        var link = _directory.File(path.TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
        return this;
    }

    public FakeTree Cpus(string online, string present, string offline = "", string isolated = "") => this
        .Write("/sys/devices/system/cpu/online", online)
        .Write("/sys/devices/system/cpu/present", present)
        .Write("/sys/devices/system/cpu/offline", offline)
        .Write("/sys/devices/system/cpu/isolated", isolated);

    public FakeTree Cpu(int number, int socket, string siblings)
    {
        var topology = string.Create(CultureInfo.InvariantCulture, $"/sys/devices/system/cpu/cpu{number}/topology");
        return Write($"{topology}/physical_package_id", socket.ToString(CultureInfo.InvariantCulture))
            .Write($"{topology}/thread_siblings_list", siblings);
    }

    public FakeTree Node(int number, string cpus) =>
        Write(string.Create(CultureInfo.InvariantCulture, $"/sys/devices/system/node/node{number}/cpulist"), cpus);

    /// <summary>
    /// Two sockets and nodes of four cores with two threads each; the threads of a core are n and n + 8, as Linux numbers them.
    /// </summary>
    public FakeTree TwoSockets()
    {
        Cpus("0-15", "0-15").Node(0, "0-3,8-11").Node(1, "4-7,12-15");
        foreach (var number in Enumerable.Range(0, 16))
        {
            Cpu(number, number % 8 / 4, string.Create(CultureInfo.InvariantCulture, $"{number % 8},{(number % 8) + 8}"));
        }

        return this;
    }

    /// <summary>Control groups of version 2, ours being this one.</summary>
    public FakeTree UnifiedGroup(string group) => this
        .Write("/proc/self/cgroup", $"0::{group}")
        .Write("/proc/self/mountinfo", "23 22 0:21 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate");

    /// <summary>Huge pages of one size.</summary>
    public FakeTree Pool(string directory, int kilobytes, int free, int total, int reserved = 0, int surplus = 0, int overcommit = 0)
    {
        (string Name, int Pages)[] counts = [("free", free), ("nr", total), ("resv", reserved), ("surplus", surplus), ("nr_overcommit", overcommit)];
        foreach (var (name, pages) in counts)
        {
            // A node has only the first two and the surplus.
            if (directory.Contains("kernel", StringComparison.Ordinal) || name is "free" or "nr" or "surplus")
            {
                Write($"{directory}/hugepages-{kilobytes}kB/{name}_hugepages", pages.ToString(CultureInfo.InvariantCulture));
            }
        }

        return this;
    }

    public Task<HostTopology> TopologyAsync() => HostTopology.ReadAsync(Host, Root, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _directory.DisposeAsync();
}

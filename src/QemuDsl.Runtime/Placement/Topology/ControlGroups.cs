namespace QemuDsl.Runtime;

/// <summary>
/// Where the control groups of what is started on a host are, from <c>/proc/self/cgroup</c> and <c>/proc/self/mountinfo</c>. The affinity
/// of a process is no measure of where it may run: under <c>isolcpus=</c> every process begins without the isolated CPUs, and may be pinned
/// to them.
/// </summary>
internal sealed class ControlGroups
{
    private readonly string _root;
    private readonly List<Hierarchy> _hierarchies;

    private ControlGroups(string root, List<Hierarchy> hierarchies)
    {
        _root = root;
        _hierarchies = hierarchies;
    }

    /// <summary>Files that may tell the cpuset, the nearest group first.</summary>
    public IReadOnlyList<string> CpusetFiles =>
    [
        .. Directories("cpuset").Select(static directory => $"{directory}/cpuset.effective_cpus"),
        .. Directories("").Select(static directory => $"{directory}/cpuset.cpus.effective"),
    ];

    /// <summary>The real-time budget of the group (cgroup v1 with CONFIG_RT_GROUP_SCHED); null where there is no such hierarchy.</summary>
    public string? RealTimeBudgetFile => Directories("cpu").Select(static directory => $"{directory}/cpu.rt_runtime_us").FirstOrDefault();

    public static IEnumerable<string> Patterns(string root) => [$"{root}/proc/self/cgroup", $"{root}/proc/self/mountinfo"];

    public static ControlGroups Read(HostFiles files, string root)
    {
        var mounts = Lines(files.Text($"{root}/proc/self/mountinfo")).Select(ControlGroupMount.Parse).OfType<ControlGroupMount>().ToList();
        var hierarchies = new List<Hierarchy>();
        foreach (var line in Lines(files.Text($"{root}/proc/self/cgroup")))
        {
            // hierarchy:controllers:path; version 2 has no controllers.
            var fields = line.Split(':', 3);
            var controllers = fields.Length == 3 ? fields[1].Split(',') : [];
            if (mounts.FirstOrDefault(mount => mount.Holds(controllers)) is { } mount)
            {
                hierarchies.Add(new Hierarchy(controllers, mount.Point, mount.Relative(fields[2])));
            }
        }

        return new ControlGroups(root, hierarchies);
    }

    /// <summary>The cpuset; null when no file tells one, and every online CPU may be used.</summary>
    public CpuSet? Cpuset(HostFiles files) =>
        CpusetFiles.Select(files.Cpus).Where(static set => set.Count > 0).Select(static set => (CpuSet?)set).FirstOrDefault();

    // The group's own directory, then those above it: a version 2 group without the controller has no file of its own.
    private IEnumerable<string> Directories(string controller)
    {
        if (_hierarchies.FirstOrDefault(found => found.Controllers.Contains(controller)) is not { } hierarchy)
        {
            yield break;
        }

        for (var path = hierarchy.Path.TrimEnd('/'); ; path = path[..path.LastIndexOf('/')])
        {
            yield return $"{_root}{hierarchy.Mount}{path}";
            if (path.Length == 0)
            {
                yield break;
            }
        }
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Hierarchy(string[] Controllers, string Mount, string Path);
}

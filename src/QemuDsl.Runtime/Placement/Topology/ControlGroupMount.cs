namespace QemuDsl.Runtime;

/// <summary>A mounted hierarchy of control groups: a line of <c>/proc/self/mountinfo</c>.</summary>
internal sealed record ControlGroupMount(string Root, string Point, IReadOnlyList<string> Controllers)
{
    // id parent device root point options [optional…] - type source super-options
    public static ControlGroupMount? Parse(string line)
    {
        var fields = line.Split(' ');
        var dash = Array.IndexOf(fields, "-");
        return dash < 6 || fields.Length < dash + 4
            ? null
            : fields[dash + 1] switch
            {
                "cgroup" => new ControlGroupMount(fields[3], fields[4], fields[dash + 3].Split(',')),
                "cgroup2" => new ControlGroupMount(fields[3], fields[4], [""]),
                _ => null,
            };
    }

    public bool Holds(string[] controllers) => controllers.Length > 0 && controllers.All(Controllers.Contains);

    /// <summary>A group's path below the mount point. In a container the path may be the host's, and the mount's root too.</summary>
    public string Relative(string path) => Root == "/" || Root == path || path.StartsWith(Root + "/", StringComparison.Ordinal)
        ? "/" + path[(Root == "/" ? 0 : Root.Length)..].Trim('/')
        : "/";
}

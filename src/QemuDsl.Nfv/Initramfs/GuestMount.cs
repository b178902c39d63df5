namespace QemuDsl.Nfv;

/// <summary>A file system that a guest mounts before its workload runs.</summary>
/// <param name="Type">Its kind, such as <c>tmpfs</c>.</param>
/// <param name="Target">Where; the directory is there on the root, or below one that was mounted before.</param>
public sealed record GuestMount(string Type, string Target)
{
    /// <summary>What is mounted; the kind's name when nothing else is said.</summary>
    public string Source { get; init; } = Type;

    /// <summary>Options, such as <c>size=10%</c>.</summary>
    public string Options { get; init; } = "rw";

    /// <summary>What programs expect: the kernel's own file systems, and memory where they write.</summary>
    internal static IReadOnlyList<GuestMount> Usual { get; } =
    [
        new("proc", "/proc"), new("sysfs", "/sys"), new("devtmpfs", "/dev"), new("devpts", "/dev/pts") { Options = "gid=5,mode=0620" },
        new("tmpfs", "/dev/shm") { Options = "mode=1777" }, new("tmpfs", "/tmp") { Options = "mode=1777,size=10%" },
    ];

    /// <summary>Huge pages of 2 MiB.</summary>
    internal static GuestMount HugePages { get; } = new("hugetlbfs", "/dev/hugepages") { Options = "pagesize=2M" };
}

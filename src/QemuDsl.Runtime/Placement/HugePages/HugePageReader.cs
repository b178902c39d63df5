using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Makes <see cref="HugePages"/> of the files in <c>/sys</c>, each read by its name: newer kernels add some.</summary>
internal sealed class HugePageReader(HostFiles files, string root)
{
    private const string Prefix = "hugepages-";

    public static IEnumerable<string> Patterns(string root) =>
    [
        $"{root}/proc/meminfo",
        $"{root}/sys/kernel/mm/hugepages/hugepages-*kB/*hugepages",
        $"{root}/sys/devices/system/node/node[0-9]*/hugepages/hugepages-*kB/*hugepages",
    ];

    public HugePages Read(string host)
    {
        var wholes = Directories($"{root}/sys/kernel").Select(Whole).OfType<HugePagePool>().OrderBy(static pool => pool.PageSize).ToList();
        var nodes = Directories($"{root}/sys/devices").Select(path => OfNode(path, wholes)).OfType<HugePagePool>()
            .OrderBy(static pool => pool.Node).ThenBy(static pool => pool.PageSize);
        return new HugePages(host, DefaultSize(), [.. wholes, .. nodes]);
    }

    private IEnumerable<string> Directories(string parent) =>
        files.Paths.Where(path => path.StartsWith(parent, StringComparison.Ordinal))
            .Select(static path => Path.GetDirectoryName(path)!)
            .Distinct();

    private HugePagePool? Whole(string directory)
    {
        var (free, reserved) = (Number(directory, "free_hugepages"), Number(directory, "resv_hugepages"));
        var (surplus, overcommit) = (Number(directory, "surplus_hugepages"), Number(directory, "nr_overcommit_hugepages"));
        return SizeOf(directory) is not { } size ? null : new HugePagePool(size, null)
        {
            Total = Number(directory, "nr_hugepages"), Free = free, Reserved = reserved, Surplus = surplus, Overcommit = overcommit,
            Available = Math.Max(0, free - reserved + Math.Max(0, overcommit - surplus)),
        };
    }

    private HugePagePool? OfNode(string directory, List<HugePagePool> wholes)
    {
        // …/node0/hugepages/hugepages-2048kB
        var name = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(directory)))!;
        if (SizeOf(directory) is not { } size || wholes.FirstOrDefault(pool => pool.PageSize == size) is not { } whole
            || !int.TryParse(name["node".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var node))
        {
            return null;
        }

        var free = Number(directory, "free_hugepages");
        return new HugePagePool(size, node)
        {
            Total = Number(directory, "nr_hugepages"), Free = free, Reserved = whole.Reserved,
            Surplus = Number(directory, "surplus_hugepages"), Overcommit = 0,
            Available = Math.Max(0, Math.Min(free, whole.Free - whole.Reserved)),
        };
    }

    private long Number(string directory, string name) => files.Number($"{directory}/{name}") ?? 0;

    private static ByteSize? SizeOf(string directory)
    {
        var name = Path.GetFileName(directory);
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(name.AsSpan(Prefix.Length).TrimEnd("kB"), NumberStyles.None, CultureInfo.InvariantCulture, out var kilobytes)
                ? (ByteSize?)new ByteSize(kilobytes * 1024)
                : null;
    }

    private ByteSize? DefaultSize()
    {
        var line = (files.Text($"{root}/proc/meminfo") ?? "").Split('\n')
            .FirstOrDefault(static line => line.StartsWith("Hugepagesize:", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
            && long.TryParse(kilobytes, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                ? (ByteSize?)new ByteSize(size * 1024)
                : null;
    }
}

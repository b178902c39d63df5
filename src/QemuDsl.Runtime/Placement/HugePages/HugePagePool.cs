using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>The huge pages of one size on a host, or on one of its NUMA nodes. All counts are pages.</summary>
/// <param name="PageSize">Size of a page.</param>
/// <param name="Node">The node; null for the whole host.</param>
public sealed record HugePagePool(ByteSize PageSize, int? Node)
{
    /// <summary>Pages there are (<c>nr_hugepages</c>).</summary>
    public required long Total { get; init; }

    /// <summary>Pages nobody has touched yet (<c>free_hugepages</c>).</summary>
    public required long Free { get; init; }

    /// <summary>Free pages that are promised to mappings (<c>resv_hugepages</c>); the kernel counts them for the whole host only.</summary>
    public required long Reserved { get; init; }

    /// <summary>Pages beyond the pool that exist now (<c>surplus_hugepages</c>).</summary>
    public required long Surplus { get; init; }

    /// <summary>Pages the kernel may try to make beyond the pool (<c>nr_overcommit_hugepages</c>); 0 for a node.</summary>
    public required long Overcommit { get; init; }

    /// <summary>
    /// Pages a new mapping can have. What is free on a node is not all promised elsewhere: the smaller of its free pages and the host's
    /// unpromised ones, as the kernel decides it.
    /// </summary>
    public required long Available { get; init; }

    /// <summary>How many pages memory of that size takes: rounded up.</summary>
    public long PagesFor(ByteSize size) => (size.Bytes / PageSize.Bytes) + (size.Bytes % PageSize.Bytes == 0 ? 0 : 1);

    /// <summary>The directory of its files in <c>/sys</c>.</summary>
    internal string Directory
    {
        get
        {
            var parent = Node is { } node
                ? string.Create(CultureInfo.InvariantCulture, $"/sys/devices/system/node/node{node}/hugepages")
                : "/sys/kernel/mm/hugepages";
            return string.Create(CultureInfo.InvariantCulture, $"{parent}/hugepages-{PageSize.Bytes / 1024}kB");
        }
    }
}

using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>The huge pages of a host.</summary>
/// <param name="Host">The host's name.</param>
/// <param name="DefaultSize">The size used where none is named; null on a host without huge pages.</param>
/// <param name="Pools">The pages by size, for the whole host and then for each of its nodes.</param>
public sealed record HugePages(string Host, ByteSize? DefaultSize, OptionList<HugePagePool> Pools)
{
    /// <summary>Reads them from a host: one exec.</summary>
    /// <exception cref="HostException">The host cannot be read.</exception>
    public static Task<HugePages> ReadAsync(IVmHost host, CancellationToken cancellationToken = default) =>
        ReadAsync(host, "", cancellationToken);

    /// <summary>Fails when a host has not enough huge pages; for a VM that needs them, <c>StartAsync</c> asks by itself.</summary>
    /// <exception cref="HostException">Pages are missing: the message tells how many, who holds some, and the command that makes
    /// more.</exception>
    public static Task RequireAsync(IVmHost host, HugePageRequest request, CancellationToken cancellationToken = default) =>
        RequireAsync(host, [request], "", cancellationToken);

    /// <summary>The pages a request can be served from.</summary>
    /// <exception cref="HostException">The host has no pages of that size, or no such node.</exception>
    public HugePagePool PoolFor(HugePageRequest request)
    {
        var size = request.PageSize ?? DefaultSize;
        return Pools.FirstOrDefault(pool => pool.PageSize == size && pool.Node == request.Node) ?? throw NoPool(request, size);
    }

    internal static async Task<HugePages> ReadAsync(IVmHost host, string root, CancellationToken cancellationToken)
    {
        var files = await HostFiles.ReadAsync(host, HugePageReader.Patterns(root), cancellationToken).ConfigureAwait(false);
        return new HugePageReader(files, root).Read(host.Name);
    }

    internal static async Task RequireAsync(
        IVmHost host, IReadOnlyList<HugePageRequest> requests, string root, CancellationToken cancellationToken)
    {
        var pages = await ReadAsync(host, root, cancellationToken).ConfigureAwait(false);
        foreach (var (pool, needed) in pages.Demands(requests))
        {
            if (needed > pool.Available)
            {
                var holders = await HugePageHolders.DescribeAsync(host, root, cancellationToken).ConfigureAwait(false);
                throw new HostException(host.Name, Shortfall(pool, needed, pages.DefaultSize, holders));
            }
        }
    }

    // Each mapping is rounded up by itself. What is bound to a node also takes from the whole.
    private IEnumerable<(HugePagePool Pool, long Pages)> Demands(IReadOnlyList<HugePageRequest> requests) => requests
        .SelectMany(request => new[] { PoolFor(request), PoolFor(request with { Node = null }) }.Distinct()
            .Select(pool => (Pool: pool, Pages: pool.PagesFor(request.Size))))
        .GroupBy(static need => need.Pool, static need => need.Pages)
        .Select(static group => (group.Key, group.Sum()));

    private static string Shortfall(HugePagePool pool, long needed, ByteSize? defaultSize, string holders)
    {
        var missing = needed - pool.Available;
        var total = pool.Total - pool.Surplus + missing;
        var where = pool.Node is { } node ? string.Create(CultureInfo.InvariantCulture, $" on node {node}") : "";
        var fix = pool.Node is null && pool.PageSize == defaultSize
            ? string.Create(CultureInfo.InvariantCulture, $"sysctl -w vm.nr_hugepages={total}")
            : string.Create(CultureInfo.InvariantCulture, $"echo {total} > {pool.Directory}/nr_hugepages");

        // Whole gigabytes in a row are rarely left once a host has run for a while.
        var boot = pool.PageSize.Bytes >= 1L << 30
            ? $", or where memory is too scattered boot with hugepagesz={pool.PageSize} hugepages={total}"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{needed} huge pages of {pool.PageSize}{where} are needed and {pool.Available} can be had "
            + $"(free {pool.Free}, of these promised to others {pool.Reserved}): {missing} missing. "
            + $"As root: {fix}{boot}; or lease them with HugePageLease.\n{holders}");
    }

    private HostException NoPool(HugePageRequest request, ByteSize? size)
    {
        if (size is null || !Pools.Any(pool => pool.PageSize == size))
        {
            var known = Pools.Where(static pool => pool.Node is null).Select(static pool => pool.PageSize.ToString()).ToList();
            var sizes = known.Count == 0 ? "none" : string.Join(", ", known);
            return new HostException(
                Host, $"it has no huge pages of {size?.ToString() ?? "any size"}. Its kernel knows: {sizes}. Boot it with hugepagesz=.");
        }

        var nodes = CpuSet.Of(Pools.Select(static pool => pool.Node).OfType<int>());
        return new HostException(Host, $"it has no node {request.Node} with memory. Its nodes are {nodes}.");
    }
}

namespace QemuDsl.Runtime;

/// <summary>
/// Looks, before a VM is started, whether the huge pages of its memory can be had. Without <c>prealloc</c> QEMU starts all the same, and
/// the guest dies of SIGBUS at the first page that is missing.
/// </summary>
internal static class HugePageCheck
{
    /// <exception cref="HostException">Pages are missing.</exception>
    public static async Task RunAsync(
        IVmHost host, IReadOnlyList<string> arguments, string root = "", CancellationToken cancellationToken = default)
    {
        var demands = MemoryDemand.Of(arguments);
        var mounts = demands.Any(static demand => demand.Path is not null)
            ? await MountsAsync(host, root, cancellationToken).ConfigureAwait(false)
            : new Dictionary<string, ByteSize?>();
        var requests = demands.Select(demand => RequestOf(demand, mounts)).OfType<HugePageRequest>().ToList();
        if (requests.Count > 0)
        {
            await HugePages.RequireAsync(host, requests, root, cancellationToken).ConfigureAwait(false);
        }
    }

    // A path inside a mount may be a file that has its pages already; only the mount itself is sure to need new ones.
    private static HugePageRequest? RequestOf(MemoryDemand demand, Dictionary<string, ByteSize?> mounts) =>
        demand.Path is not { } path ? demand.Request
        : mounts.TryGetValue(path.TrimEnd('/'), out var size) ? demand.Request with { PageSize = size }
        : null;

    private static async Task<Dictionary<string, ByteSize?>> MountsAsync(IVmHost host, string root, CancellationToken cancellationToken)
    {
        var path = $"{root}/proc/self/mounts";
        var files = await HostFiles.ReadAsync(host, [path], cancellationToken).ConfigureAwait(false);
        var mounts = new Dictionary<string, ByteSize?>(StringComparer.Ordinal);
        foreach (var fields in (files.Text(path) ?? "").Split('\n').Select(static line => line.Split(' ')))
        {
            if (fields is [_, var point, "hugetlbfs", var options, ..])
            {
                var size = OptionKeys.Read(options, "")["pagesize"].FirstOrDefault();
                mounts[point] = ByteSize.TryParse(size, null, out var bytes) ? bytes : default(ByteSize?);
            }
        }

        return mounts;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>
/// Huge pages added to a host for a while. They go when this is disposed, and also when its owner is killed: a script on the host waits for
/// the end of its input. Dispose it after the VMs that use it. Needs root on the host.
/// </summary>
public sealed class HugePageLease : IAsyncDisposable
{
    private static readonly TimeSpan Restoring = TimeSpan.FromSeconds(30);

    private readonly IVmHost _host;
    private readonly IHostProcess _process;
    private readonly string? _directory;
    private int _disposed;

    private HugePageLease(IVmHost host, IHostProcess process, HugePagePool pool, long pages, string? directory)
    {
        _host = host;
        _process = process;
        _directory = directory;
        PageSize = pool.PageSize;
        Node = pool.Node;
        Pages = pages;
        MountPoint = directory is null ? null : $"{directory}/huge";
    }

    /// <summary>Size of a page.</summary>
    public ByteSize PageSize { get; }

    /// <summary>The NUMA node they are on; null when that was left to the kernel.</summary>
    public int? Node { get; }

    /// <summary>How many were added.</summary>
    public long Pages { get; }

    /// <summary>
    /// A hugetlbfs of pages of this size, for <c>mem-path</c> of <c>memory-backend-file</c>; null unless one was asked for.
    /// </summary>
    public string? MountPoint { get; }

    /// <summary>
    /// Adds pages for so much memory to those the host has, whether or not some are free: leases do not take each other's.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="request">How much, of which size, where.</param>
    /// <param name="mount">Whether a hugetlbfs is mounted for them.</param>
    /// <param name="cancellationToken">Gives up; what was added goes again.</param>
    /// <exception cref="HostException">The kernel does not make so many, or the rights are missing.</exception>
    public static async Task<HugePageLease> AcquireAsync(
        IVmHost host, HugePageRequest request, bool mount = false, CancellationToken cancellationToken = default)
    {
        var all = await HugePages.ReadAsync(host, cancellationToken).ConfigureAwait(false);
        var pool = all.PoolFor(request);
        var pages = pool.PagesFor(request.Size);
        var directory = mount ? RunFiles.Choose(await host.FindRunRootAsync(cancellationToken).ConfigureAwait(false)).Directory : null;
        string[] arguments = [pool.Directory, Text(pages), directory ?? "-", Text(pool.PageSize.Bytes / 1024)];
        HugePageLease? lease = null;
        try
        {
            var script = HostShell.Command("lease-huge-pages.sh", arguments);
            var process = await host.StartProcessAsync(script, cancellationToken).ConfigureAwait(false);
            lease = new HugePageLease(host, process, pool, pages, directory);
            await lease.ReadyAsync(cancellationToken).ConfigureAwait(false);
            return lease;
        }
        catch
        {
            await (lease is null ? RemoveAsync(host, directory) : lease.DisposeAsync().AsTask()).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes the mount and the pages away again. Pages that are still in use go when they are freed. Never throws.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await LeaseScript.EndAsync(_process, Restoring, _host.TimeProvider).ConfigureAwait(false);
        if (!_process.Completion.IsCompletedSuccessfully)
        {
            Log.HugePagesLeft(_host.LoggerFactory.CreateLogger("QemuDsl.Runtime"), Pages, PageSize, _host.Name);
        }

        await _process.DisposeAsync().ConfigureAwait(false);
        await RemoveAsync(_host, _directory).ConfigureAwait(false);
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        if (await LeaseScript.RefusalAsync(_process, cancellationToken).ConfigureAwait(false) is { } said)
        {
            throw new HostException(
                _host.Name,
                $"{Pages} huge pages of {PageSize} could not be leased. It takes root, and memory in whole pages: free some "
                + $"(echo 3 > /proc/sys/vm/drop_caches; echo 1 > /proc/sys/vm/compact_memory), or ask for less. "
                + $"The host said:\n{Evidence.LastLines(said, 5)}");
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [SuppressMessage("Design", "CA1031", Justification = "An empty directory that stays must not hide why the lease ended.")]
    private static async Task RemoveAsync(IVmHost host, string? directory)
    {
        try
        {
            if (directory is not null)
            {
                await host.RemoveRunDirectoryAsync(directory, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            Log.DirectoryLeft(host.LoggerFactory.CreateLogger("QemuDsl.Runtime"), directory!, failure);
        }
    }
}

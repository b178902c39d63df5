namespace QemuDsl.Runtime;

/// <summary>A place that was taken.</summary>
internal sealed class Lease(LeaseQueue queue, HostPool pool, VmResources resources, CpuSet? cpus) : IVmLease
{
    private bool _returned;

    public IVmHost Host => pool.Host.Host;

    public VmResources Resources => resources;

    public CpuSet? Cpus => cpus;

    // Of the connection there is now: a later one says nothing about what was started over this.
    public CancellationToken Lost { get; } = (pool.Host.Host as IConnectedHost)?.ConnectionLost ?? CancellationToken.None;

    public ValueTask DisposeAsync()
    {
        if (!Interlocked.Exchange(ref _returned, true))
        {
            queue.Release(pool, this);
        }

        return ValueTask.CompletedTask;
    }
}

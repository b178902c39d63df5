namespace QemuDsl.Runtime;

/// <summary>
/// A list of hosts. A VM goes where most CPUs are free, not to a host whose connection is lost as long as another one could ever have it.
/// </summary>
public sealed class StaticFleet : IVmFleet
{
    private readonly LeaseQueue _queue;

    /// <summary>These hosts.</summary>
    public StaticFleet(IEnumerable<FleetHost> hosts)
    {
        Hosts = [.. hosts];
        _queue = new LeaseQueue(Hosts);
    }

    /// <summary>The hosts.</summary>
    public IReadOnlyList<FleetHost> Hosts { get; }

    /// <summary>These hosts with all they have, as <see cref="HostCapacity.OfAsync"/> tells it.</summary>
    /// <exception cref="HostException">A host does not tell it.</exception>
    public static async Task<StaticFleet> CreateAsync(IEnumerable<IVmHost> hosts, CancellationToken cancellationToken = default) => new(
        await Task.WhenAll(hosts.Select(async host =>
            new FleetHost(host, await HostCapacity.OfAsync(host, cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<IVmLease> AcquireAsync(VmResources resources, CancellationToken cancellationToken = default) =>
        (await AcquireAllAsync([resources], cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public Task<IReadOnlyList<IVmLease>> AcquireAllAsync(
        IReadOnlyList<VmResources> resources, CancellationToken cancellationToken = default) =>
        _queue.AcquireAsync(resources, cancellationToken);
}

namespace QemuDsl.Runtime;

/// <summary>This machine, with as many VMs at a time as it has CPUs and memory for.</summary>
public sealed class LocalFleet : IVmFleet
{
    private readonly StaticFleet _fleet;

    /// <summary>This machine with that much of it.</summary>
    public LocalFleet(LocalHost host, HostCapacity capacity) => _fleet = new StaticFleet([new FleetHost(host, capacity)]);

    /// <summary>What is given out.</summary>
    public HostCapacity Capacity => _fleet.Hosts[0].Capacity;

    /// <summary>This machine with all it has, as <see cref="HostCapacity.OfAsync"/> tells it.</summary>
    /// <param name="host">This machine, with settings of its own; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">The machine does not tell it.</exception>
    public static async Task<LocalFleet> CreateAsync(LocalHost? host = null, CancellationToken cancellationToken = default)
    {
        var local = host ?? new LocalHost();
        return new LocalFleet(local, await HostCapacity.OfAsync(local, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public Task<IVmLease> AcquireAsync(VmResources resources, CancellationToken cancellationToken = default) =>
        _fleet.AcquireAsync(resources, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IVmLease>> AcquireAllAsync(
        IReadOnlyList<VmResources> resources, CancellationToken cancellationToken = default) =>
        _fleet.AcquireAllAsync(resources, cancellationToken);
}

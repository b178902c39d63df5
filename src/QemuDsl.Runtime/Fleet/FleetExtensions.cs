namespace QemuDsl.Runtime;

/// <summary>Starts VMs on a fleet.</summary>
public static class FleetExtensions
{
    /// <summary>
    /// Starts VMs side by side, all or none: at the first failure the others are given up, what has started is ended, and that failure is
    /// thrown as it was. VMs with CPUs of their own (<see cref="VmResources.PinCpus"/>) are pinned to them unless their options place them.
    /// </summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="requests">The VMs.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up, be it in the queue or half-way; nothing is left behind.</param>
    /// <returns>The VMs in the order of their requests.</returns>
    /// <exception cref="FleetException">The fleet will never have places for all of them at once.</exception>
    /// <exception cref="QemuException">One of them did not start; see <see cref="VmHostExtensions.StartAsync"/>.</exception>
    public static async Task<FleetVms> StartAllAsync(
        this IVmFleet fleet,
        IReadOnlyList<VmRequest> requests,
        StartAllOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        ArgumentNullException.ThrowIfNull(requests);
        var how = options ?? new StartAllOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(how.Parallel, nameof(StartAllOptions.Parallel));
        var resources = requests.Select(static request => request.Resources ?? VmResources.Of(request.Command)).ToList();
        var leases = await fleet.AcquireAllAsync(resources, cancellationToken).ConfigureAwait(false);
        return await new FleetStarter(requests, how, cancellationToken).StartAsync(leases).ConfigureAwait(false);
    }
}

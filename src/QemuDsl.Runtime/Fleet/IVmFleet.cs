namespace QemuDsl.Runtime;

/// <summary>
/// Hosts that share out what VMs need. Who is first is served first: nobody is passed over because somebody else needs less.
/// </summary>
public interface IVmFleet
{
    /// <summary>Waits for a place for one VM.</summary>
    /// <param name="resources">What it needs.</param>
    /// <param name="cancellationToken">Leaves the queue; nothing stays reserved.</param>
    /// <exception cref="FleetException">No host would ever have that.</exception>
    Task<IVmLease> AcquireAsync(VmResources resources, CancellationToken cancellationToken = default);

    /// <summary>
    /// Waits for places for several VMs, all given at the same moment: two groups that each had half of what they need would wait for one
    /// another for ever.
    /// </summary>
    /// <param name="resources">What each needs.</param>
    /// <param name="cancellationToken">Leaves the queue; nothing stays reserved.</param>
    /// <returns>The places in the order of the requests.</returns>
    /// <exception cref="FleetException">The hosts together would never have that.</exception>
    Task<IReadOnlyList<IVmLease>> AcquireAllAsync(IReadOnlyList<VmResources> resources, CancellationToken cancellationToken = default);
}

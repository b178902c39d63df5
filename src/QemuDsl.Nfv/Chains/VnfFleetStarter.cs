using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Starts chains: some VMs at a time, and all of them or none.</summary>
internal sealed class VnfFleetStarter(IReadOnlyList<IVmHost> hosts, VnfChains chains)
{
    public async Task<VnfFleet> StartAsync(CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chains.AtOnce, 1, nameof(chains));
        var places = new List<(IVmHost Host, VnfPlace Place)>();
        foreach (var host in hosts)
        {
            places.AddRange((await PlacesAsync(host, cancellationToken).ConfigureAwait(false)).Select(place => (host, place)));
        }

        using var turns = new SemaphoreSlim(chains.AtOnce);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outcomes = await Task.WhenAll(places.Select(place => StartAsync(place.Host, place.Place, turns, ending))).ConfigureAwait(false);
        var members = outcomes.Select(static outcome => outcome.Member).OfType<VnfMember>().ToList();
        if (members.Count == places.Count)
        {
            return new VnfFleet(members);
        }

        await new VnfFleet(members).DisposeAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();

        // The others were only given up because of the one that failed.
        var failures = outcomes.Select(static outcome => outcome.Failure).OfType<Exception>().ToList();
        ExceptionDispatchInfo.Throw(failures.Find(static failure => failure is not OperationCanceledException) ?? failures[0]);
        throw new UnreachableException();
    }

    private async Task<IReadOnlyList<VnfPlace>> PlacesAsync(IVmHost host, CancellationToken cancellationToken)
    {
        if (chains.Cpus is not { } layout)
        {
            return chains.Places();
        }

        var topology = await HostTopology.ReadAsync(host, cancellationToken).ConfigureAwait(false);
        return chains.Places(PlacementPlan.Make(topology, layout with { Chains = chains.Chains, VmsPerChain = chains.VmsPerChain }));
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever it was, the others are given up, and it is thrown again.")]
    private async Task<(VnfMember? Member, Exception? Failure)> StartAsync(
        IVmHost host, VnfPlace place, SemaphoreSlim turns, CancellationTokenSource ending)
    {
        try
        {
            await turns.WaitAsync(ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException given)
        {
            return (null, given);
        }

        try
        {
            var options = chains.Options with { Placement = place.Cpus?.ToPlacement() ?? chains.Options.Placement, Name = place.Id.Name };
            var vnf = await host.StartAsync(chains.Vm(place), options, cancellationToken: ending.Token).ConfigureAwait(false);
            return (new VnfMember(host.Name, place, vnf), null);
        }
        catch (Exception failure)
        {
            await ending.CancelAsync().ConfigureAwait(false);
            return (null, failure);
        }
        finally
        {
            turns.Release();
        }
    }
}

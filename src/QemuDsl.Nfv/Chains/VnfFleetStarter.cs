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
        var wanted = new List<(IVmHost Host, VnfPlace Place, VnfVm Vm)>();
        foreach (var host in hosts)
        {
            var places = await PlacesAsync(host, cancellationToken).ConfigureAwait(false);
            var vms = places.Select(place => (Host: host, Place: place, Vm: chains.Vm(place))).ToList();
            RefuseEqualAddresses(host, vms.Select(static one => one.Vm));
            wanted.AddRange(vms);
        }

        using var turns = new SemaphoreSlim(chains.AtOnce);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outcomes = await Task.WhenAll(wanted.Select(one => StartAsync(one.Host, one.Place, one.Vm, turns, ending))).ConfigureAwait(false);
        var members = outcomes.Select(static outcome => outcome.Member).OfType<VnfMember>().ToList();
        if (members.Count == wanted.Count)
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
        var places = chains.Places(PlacementPlan.Make(topology, layout with { Chains = chains.Chains, VmsPerChain = chains.VmsPerChain }));

        // Binding memory is a right that some containers take away, and with one node there is nothing to bind.
        return topology.Nodes.Count > 1 ? places : [.. places.Select(static place => place with { MemoryNodes = null })];
    }

    private static void RefuseEqualAddresses(IVmHost host, IEnumerable<VnfVm> vms)
    {
        var taken = new Dictionary<MacAddress, VnfId>();
        foreach (var vm in vms)
        {
            foreach (var mac in vm.ToCommand().GetInterfaces().Select(static nic => nic.Mac).OfType<MacAddress>())
            {
                if (!taken.TryAdd(mac, vm.Id))
                {
                    throw new ArgumentException(
                        $"VMs {taken[mac]} and {vm.Id} of {host.Name} would both have the hardware address {mac}, and the switch could not tell them apart. Give one another address, or number.");
                }
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever it was, the others are given up, and it is thrown again.")]
    private async Task<(VnfMember? Member, Exception? Failure)> StartAsync(
        IVmHost host, VnfPlace place, VnfVm vm, SemaphoreSlim turns, CancellationTokenSource ending)
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
            // A turn may come free because another start was given up.
            ending.Token.ThrowIfCancellationRequested();
            var options = chains.Options with
            {
                Placement = place.Cpus?.ToPlacement() ?? chains.Options.Placement,
                Name = chains.Options.Name is { } name ? $"{name}-{vm.NameOrNumber}" : vm.NameOrNumber,
            };
            var vnf = await host.StartAsync(vm, options, cancellationToken: ending.Token).ConfigureAwait(false);
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

using System.Runtime.ExceptionServices;

namespace QemuDsl.Runtime;

/// <summary>One start of many: all of them run in the end, or none.</summary>
internal sealed class FleetStarter(IReadOnlyList<VmRequest> requests, StartAllOptions options, CancellationToken cancellationToken)
{
    private readonly FleetVm?[] _started = new FleetVm?[requests.Count];
    private ExceptionDispatchInfo? _first;
    private int _count;

    public async Task<FleetVms> StartAsync(IReadOnlyList<IVmLease> leases)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var turns = new SemaphoreSlim(options.Parallel);
        await Task.WhenAll(leases.Select((lease, index) => StartOneAsync(index, lease, turns, ending)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_first is null)
        {
            return new FleetVms(_started!);
        }

        await Task.WhenAll(_started.OfType<FleetVm>().Select(static vm => vm.DisposeAsync().AsTask())).ConfigureAwait(false);
        await Task.WhenAll(leases.Select(static lease => lease.DisposeAsync().AsTask())).ConfigureAwait(false);
        if (_first.SourceException is OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        _first.Throw();
        throw _first.SourceException;
    }

    private async Task StartOneAsync(int index, IVmLease lease, SemaphoreSlim turns, CancellationTokenSource ending)
    {
        try
        {
            await turns.WaitAsync(ending.Token).ConfigureAwait(false);
            try
            {
                var request = requests[index];
                var machine = await lease.Host.StartAsync(request.Command, Placed(request, lease), ending.Token).ConfigureAwait(false);
                _started[index] = new FleetVm(machine, lease);
            }
            finally
            {
                turns.Release();
            }

            options.Progress?.Report(new FleetProgress(index, Interlocked.Increment(ref _count), requests.Count));
        }
        catch (Exception failure)
        {
            // What comes after the first failure was brought about by it.
            Interlocked.CompareExchange(ref _first, ExceptionDispatchInfo.Capture(failure), null);
            await ending.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static VmOptions Placed(VmRequest request, IVmLease lease)
    {
        var options = request.Options ?? new VmOptions();
        if (options.Placement is not null || lease.Cpus is not { } cpus)
        {
            return options;
        }

        var count = VmResources.Of(request.Command).Cpus;
        var each = cpus.Count == count ? cpus.Numbers().Select(static number => CpuSet.Of(number)) : Enumerable.Repeat(cpus, count);
        return options with { Placement = new VmPlacement { VCpus = [.. each], Emulator = cpus } };
    }
}

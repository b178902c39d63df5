using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>Keeps the threads of one VM in their places for as long as it lives.</summary>
internal sealed class ThreadPlacer(IVmHost host, ThreadFinder finder, VmPlacement placement, int pid, ILogger logger) : IAsyncDisposable
{
    private readonly HostShell _shell = new(host);
    private readonly CancellationTokenSource _ending = new();
    private readonly SemaphoreSlim _placing = new(1, 1);
    private HashSet<int> _placed = [];
    private Task _watching = Task.CompletedTask;

    /// <summary>Places every thread there is; a placement that does not fit the VM is an error.</summary>
    public Task PlaceAllAsync(CancellationToken cancellationToken) => PlaceAllAsync(_shell, cancellationToken);

    /// <inheritdoc cref="PlaceAllAsync(CancellationToken)"/>
    public async Task PlaceAllAsync(IShell shell, CancellationToken cancellationToken)
    {
        await _placing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var threads = await finder.FindAsync(shell, cancellationToken).ConfigureAwait(false);
            PlacementTargets.Check(placement, threads);
            await ThreadPinner.PinAsync(shell, pid, PlacementTargets.Of(placement, threads), cancellationToken).ConfigureAwait(false);
            _placed = [.. threads.Select(static thread => thread.Id)];
        }
        finally
        {
            _placing.Release();
        }
    }

    /// <summary>Looks for threads that appeared, every now and then, until the VM is disposed or gone.</summary>
    public void Watch()
    {
        if (placement.RefreshInterval != Timeout.InfiniteTimeSpan)
        {
            _watching = WatchAsync(_ending.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
        _placing.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "A thread that could not be placed must not end the care for the others.")]
    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(placement.RefreshInterval, host.TimeProvider);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await PlaceNewAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception ended) when (ended is VirtualMachineExitedException or OperationCanceledException)
            {
                return;
            }
            catch (Exception failure)
            {
                Log.PlacementFailed(logger, pid, failure);
            }
        }
    }

    private async Task PlaceNewAsync(CancellationToken cancellationToken)
    {
        await _placing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var listed = await finder.ListAsync(_shell, cancellationToken).ConfigureAwait(false);
            var appeared = listed.Where(thread => !_placed.Contains(thread.Id)).ToList();

            // Taken as placed also when the kernel refuses: the refusal is told once and not at every look.
            _placed = [.. listed.Select(static thread => thread.Id)];
            if (appeared.Count > 0)
            {
                var threads = await finder.ClassifyAsync(appeared, cancellationToken).ConfigureAwait(false);
                await ThreadPinner.PinAsync(_shell, pid, PlacementTargets.Of(placement, threads), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _placing.Release();
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>A VM on the host's root that runs its workload. Disposing it ends both.</summary>
public sealed class RunningVnf : IAsyncDisposable
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private readonly GuestOutput _output;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [SuppressMessage("Usage", "CA2213", Justification = "It has no timer to free, and disposing twice must be harmless.")]
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _reading;

    internal RunningVnf(KernelVm description, VirtualMachine machine, IReadOnlyList<VnfNic> interfaces, GuestOutput output, Stream? sink, TimeProvider time)
    {
        Description = description;
        Machine = machine;
        Interfaces = interfaces;
        _output = output;
        _time = time;
        _reading = ReadAsync(machine.Serial.ReadAsync(_closing.Token).GetAsyncEnumerator(_closing.Token), sink);
    }

    /// <summary>What was asked for.</summary>
    public KernelVm Description { get; }

    /// <summary>The VM.</summary>
    public VirtualMachine Machine { get; }

    /// <summary>Its interfaces.</summary>
    public IReadOnlyList<VnfNic> Interfaces { get; }

    /// <summary>Waits until the workload has ended, whatever way. The VM is there until this is disposed, or for ten seconds more.</summary>
    /// <param name="timeout">How long it may take; without end when null.</param>
    /// <param name="cancellationToken">Gives up; the workload goes on.</param>
    /// <exception cref="IOException">What the workload wrote could not be handed on.</exception>
    public async Task<WorkloadResult> WaitAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var limit = timeout ?? Timeout.InfiniteTimeSpan;
        try
        {
            await Task.WhenAny(_ended.Task, Machine.Exited).WaitAsync(limit, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new WorkloadTimedOut(limit);
        }

        if (_ended.Task.IsFaulted)
        {
            await _ended.Task.ConfigureAwait(false);
        }

        // What the guest wrote last may come behind the news of its end.
        await Task.WhenAny(_ended.Task, _reading, Task.Delay(Late, _time, cancellationToken)).ConfigureAwait(false);
        return _output.Result
            ?? (_output.Panic is { } panic ? new WorkloadPanicked(panic) : await OfExitAsync().ConfigureAwait(false));
    }

    /// <summary>Ends the VM.</summary>
    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync().ConfigureAwait(false);
        await _closing.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
    }

    private async Task<WorkloadResult> OfExitAsync()
    {
        var exit = await Machine.Exited.ConfigureAwait(false);
        return exit is { Reason: VmExitReason.Ended, Signal: null } ? new WorkloadPoweredOff() : new WorkloadKilled(exit.Signal);
    }

    private async Task ReadAsync(IAsyncEnumerator<ReadOnlyMemory<byte>> chunks, Stream? sink)
    {
        try
        {
            await using (chunks.ConfigureAwait(false))
            {
                while (await chunks.MoveNextAsync().ConfigureAwait(false))
                {
                    await HandOnAsync(_output.Take(chunks.Current.Span), sink).ConfigureAwait(false);
                    if (_output.Result is not null || _output.Panic is not null)
                    {
                        _ended.TrySetResult();
                    }
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The VM is gone, or nobody wants to know any more.
        }
    }

    private async Task HandOnAsync(ReadOnlyMemory<byte> output, Stream? sink)
    {
        if (sink is null || output.Length == 0)
        {
            return;
        }

        try
        {
            await sink.WriteAsync(output, _closing.Token).ConfigureAwait(false);
            await sink.FlushAsync(_closing.Token).ConfigureAwait(false);
        }
        catch (IOException full)
        {
            // A full disk must not look like a silent program.
            _ended.TrySetException(full);
            throw;
        }
    }
}

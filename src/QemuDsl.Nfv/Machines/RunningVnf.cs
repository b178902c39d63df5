using System.Diagnostics.CodeAnalysis;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>A VM on the host's root that runs its workload. Disposing it ends both.</summary>
public sealed class RunningVnf : IAsyncDisposable
{
    // What the guest wrote last may come behind the news of its end.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private readonly GuestLink _link;
    private readonly GuestOutput _output;
    private readonly IReadOnlyList<VnfNic> _interfaces;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource _outputEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _sinkFailed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [SuppressMessage("Usage", "CA2213", Justification = "It has no timer to free, and disposing twice must be harmless.")]
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _reading;
    private readonly Task _reporting;

    internal RunningVnf(KernelVm description, GuestLink link, IReadOnlyList<VnfNic> interfaces, GuestOutput output, Stream? sink)
    {
        Description = description;
        _link = link;
        _interfaces = interfaces;
        _output = output;
        _time = link.Host.TimeProvider;
        _reading = ReadAsync(Machine.Serial.ReadAsync(_closing.Token).GetAsyncEnumerator(_closing.Token), sink);
        _reporting = Report.ReadAsync(link.Port, _closing.Token);
    }

    /// <summary>What was asked for.</summary>
    public KernelVm Description { get; }

    /// <summary>The VM.</summary>
    public VirtualMachine Machine => _link.Machine;

    /// <summary>Its interfaces, with the names the guest's kernel gave those that it drove when the workload was started.</summary>
    public IReadOnlyList<VnfNic> Interfaces => [.. _interfaces.Select(nic => nic with { GuestName = Report.NameOf(nic.GuestDevice) })];

    private GuestReport Report => _link.Report;

    /// <summary>Waits until the workload has ended, whatever way. The VM is there until this is disposed, or for ten seconds more.</summary>
    /// <param name="timeout">How long it may take; without end when null.</param>
    /// <param name="cancellationToken">Gives up; the workload goes on.</param>
    /// <exception cref="IOException">What the workload wrote could not be handed on.</exception>
    public async Task<WorkloadResult> WaitAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var limit = timeout ?? Timeout.InfiniteTimeSpan;
        try
        {
            await Task.WhenAny(Report.Ended, _outputEnded.Task, _sinkFailed.Task, Machine.Exited).WaitAsync(limit, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new WorkloadTimedOut(limit);
        }

        await SettleAsync(cancellationToken).ConfigureAwait(false);
        if (_sinkFailed.Task.IsFaulted)
        {
            await _sinkFailed.Task.ConfigureAwait(false);
        }

        return Report.Result ?? _output.Result ?? await OfExitAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the VM.</summary>
    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync().ConfigureAwait(false);
        await _closing.CancelAsync().ConfigureAwait(false);
        await _link.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(_reading, _reporting).ConfigureAwait(false);
    }

    /// <summary>Waits until the report has what comes before the workload.</summary>
    internal Task BegunAsync(CancellationToken cancellationToken) =>
        Task.WhenAny(Report.Began, Report.Ended, _reporting, Task.Delay(Late, _time, cancellationToken));

    // The output is whole when its end has come, also where the kernel has written into the mark; how it ended, when either channel has told.
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var output = Task.WhenAny(_outputEnded.Task, _sinkFailed.Task, _reading);
        var report = Task.WhenAny(Report.Ended, _reporting);
        await Task.WhenAny(Task.WhenAll(output, report), Task.Delay(Late, _time, cancellationToken)).ConfigureAwait(false);
    }

    // A workload can write what a kernel says that panics, but only a guest that reboots has panicked.
    private async Task<WorkloadResult> OfExitAsync()
    {
        var exit = await Machine.Exited.ConfigureAwait(false);
        return exit switch
        {
            { Cause: not (VmExitCause.GuestShutdown or VmExitCause.Signal) } when _output.Panic is { } panic => new WorkloadPanicked(panic),
            { Reason: VmExitReason.Ended, Signal: null } => new WorkloadPoweredOff(),
            _ => new WorkloadKilled(exit.Signal),
        };
    }

    private async Task ReadAsync(IAsyncEnumerator<ReadOnlyMemory<byte>> chunks, Stream? sink)
    {
        try
        {
            await using (chunks.ConfigureAwait(false))
            {
                while (await chunks.MoveNextAsync().ConfigureAwait(false))
                {
                    var output = _output.Take(chunks.Current.Span);
                    if (sink is not null && output.Length > 0 && !await HandOnAsync(output, sink).ConfigureAwait(false))
                    {
                        return;
                    }

                    if (_output.Result is not null)
                    {
                        _outputEnded.TrySetResult();
                    }
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or InvalidOperationException)
        {
            // The VM is gone, its console perhaps between two reads, or nobody wants to know any more.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a stream of somebody else's throws, it must not look like a silent program; who waits is told.")]
    private async Task<bool> HandOnAsync(ReadOnlyMemory<byte> output, Stream sink)
    {
        try
        {
            await sink.WriteAsync(output, _closing.Token).ConfigureAwait(false);
            await sink.FlushAsync(_closing.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure)
        {
            _sinkFailed.TrySetException(failure as IOException ?? new IOException($"What the workload wrote could not be handed on: {failure.Message}", failure));
            return false;
        }
    }
}

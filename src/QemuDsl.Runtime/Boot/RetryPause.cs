namespace QemuDsl.Runtime;

/// <summary>The time between two attempts. It grows to a quarter of a second; an event of QEMU ends it, as it may be what was missing.</summary>
internal sealed class RetryPause(QmpSubscription events, TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    private TimeSpan _next = Shortest;

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        // Those that came before the attempt ended are answered by the next one; a guest that floods with events wakes nobody before this.
        await Task.Delay(Shortest, time, cancellationToken).ConfigureAwait(false);
        while (events.Reader.TryRead(out _))
        {
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var raised = events.Reader.WaitToReadAsync(over.Token).AsTask();
        await Task.WhenAny(raised, Task.Delay(_next, time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await ((Task)raised).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        _next = TimeSpan.FromTicks(Math.Min(_next.Ticks * 2, (Longest - Shortest).Ticks));
    }
}

namespace QemuDsl.Runtime;

/// <summary>Runs a wait against its deadline, the signs of failure and the end of QEMU.</summary>
internal sealed class BootRunner(BootContext context, BootFailureSigns signs, Task<VmExit> exited, Func<string> evidence)
{
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(BootWait wait, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, context.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var waiting = wait.WaitAsync(context, ending.Token);
        var failing = new FailureWatch(signs, wait).WatchAsync(context, ending.Token);
        try
        {
            await Task.WhenAny(waiting, failing, exited).ConfigureAwait(false);
            await SettleAsync(waiting, failing, cancellationToken).ConfigureAwait(false);
            await JudgeAsync(wait, timeout, waiting, failing, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(waiting, failing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What the guest wrote last, what QEMU said last and how it ended come each on a channel of its own, in any order.
    private async Task SettleAsync(Task waiting, Task<string?> failing, CancellationToken cancellationToken)
    {
        if (failing.IsCompletedSuccessfully && await failing.ConfigureAwait(false) is null)
        {
            await Task.WhenAny(waiting, exited).ConfigureAwait(false);
        }

        var late = Task.Delay(Late, context.Time, cancellationToken);
        await Task.WhenAny(waiting, late).ConfigureAwait(false);
        if (!waiting.IsCompletedSuccessfully && (exited.IsCompleted || waiting.Exception?.InnerException is EndOfStreamException))
        {
            await Task.WhenAny(Task.WhenAll(failing, exited), late).ConfigureAwait(false);
        }
    }

    private async Task JudgeAsync(BootWait wait, TimeSpan timeout, Task waiting, Task<string?> failing, CancellationToken cancellationToken)
    {
        if (waiting.IsCompletedSuccessfully)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var sign = failing.IsCompletedSuccessfully ? await failing.ConfigureAwait(false) : null;
        var end = exited.IsCompleted ? $"QEMU {await exited.ConfigureAwait(false)}" : null;
        throw sign is not null ? Failed(wait, BootFailure.GuestFailed, end is null ? sign : $"{sign}, and {end}")
            : end is not null ? Failed(wait, BootFailure.Exited, end)
            : waiting.Exception?.InnerException is { } reason ? await OfWaitAsync(wait, reason, cancellationToken).ConfigureAwait(false)
            : await TimedOutAsync(
                wait, $"it did not come within {timeout.TotalSeconds:0.###} s{context.Notes}. Raise the timeout if the guest was still busy", null, cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task<BootException> TimedOutAsync(BootWait wait, string why, Exception? reason, CancellationToken cancellationToken) =>
        Failed(wait, BootFailure.TimedOut, why + await GuestStatus.TellAsync(context, cancellationToken).ConfigureAwait(false), reason);

    private async Task<BootException> OfWaitAsync(BootWait wait, Exception reason, CancellationToken cancellationToken)
    {
        if (reason is TimeoutException)
        {
            return await TimedOutAsync(wait, reason.Message, reason, cancellationToken).ConfigureAwait(false);
        }

        if (reason is EndOfStreamException)
        {
            // The channels close a moment before the end of QEMU is known.
            await Task.WhenAny(exited, Task.Delay(Late, context.Time, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            var end = exited.IsCompleted ? $"QEMU {await exited.ConfigureAwait(false)}" : reason.Message;
            return Failed(wait, BootFailure.Exited, end, reason);
        }

        return Failed(wait, reason is GuestFailedException ? BootFailure.GuestFailed : BootFailure.Impossible, reason.Message, reason);
    }

    private BootException Failed(BootWait wait, BootFailure failure, string why, Exception? reason = null) =>
        new(
            failure,
            $"The guest did not boot. Waited for {wait.Description}, but {why}.\n{evidence()}",
            context.Serial?.Text ?? "",
            reason);
}

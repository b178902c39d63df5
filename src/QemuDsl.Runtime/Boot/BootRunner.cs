namespace QemuDsl.Runtime;

/// <summary>Runs a wait against its deadline, the signs of failure and the end of QEMU.</summary>
internal sealed class BootRunner(BootContext context, BootFailureSigns signs, Task<VmExit> exited, Func<string> evidence)
{
    // What the guest wrote last may still be on its way when QEMU's end or event is known.
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
            await JudgeAsync(wait, timeout, waiting, failing, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(waiting, failing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task JudgeAsync(BootWait wait, TimeSpan timeout, Task waiting, Task<string> failing, CancellationToken cancellationToken)
    {
        if (!waiting.IsCompleted)
        {
            await Task.WhenAny(waiting, Task.Delay(Late, context.Time, cancellationToken)).ConfigureAwait(false);
        }

        if (waiting.IsCompletedSuccessfully)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw failing.IsCompletedSuccessfully ? Failed(wait, BootFailure.GuestFailed, await failing.ConfigureAwait(false))
            : exited.IsCompleted ? Failed(wait, BootFailure.Exited, $"QEMU {await exited.ConfigureAwait(false)}")
            : waiting.Exception?.InnerException is { } reason ? await OfWaitAsync(wait, reason).ConfigureAwait(false)
            : Failed(wait, BootFailure.TimedOut, $"it did not come within {timeout.TotalSeconds:0.###} s. Raise the timeout if the guest was still busy");
    }

    private async Task<BootException> OfWaitAsync(BootWait wait, Exception reason)
    {
        if (reason is EndOfStreamException)
        {
            // The channels close a moment before the end of QEMU is known.
            await Task.WhenAny(exited, Task.Delay(Late, context.Time)).ConfigureAwait(false);
            return Failed(wait, BootFailure.Exited, exited.IsCompleted ? $"QEMU {await exited.ConfigureAwait(false)}" : reason.Message, reason);
        }

        var failure = reason is TimeoutException ? BootFailure.TimedOut : BootFailure.Impossible;
        return Failed(wait, failure, reason.Message, reason);
    }

    private BootException Failed(BootWait wait, BootFailure failure, string why, Exception? reason = null) =>
        new(failure, $"The guest did not boot. Waited for {wait.Description}, but {why}.\n{evidence()}", context.Serial?.Text ?? "", reason);
}

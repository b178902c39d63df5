namespace QemuDsl.Runtime;

/// <summary>Connects to a port of the guest until what answers is what is waited for.</summary>
internal abstract class NetworkWait(int guestPort, string? address) : BootWait
{
    // A SYN that the guest never saw is sent again by slirp only after seconds: a new connection is quicker.
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(1);

    protected int GuestPort => guestPort;

    internal sealed override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        using var events = context.Qmp.Subscribe();
        var pause = new RetryPause(events, context.Time);
        try
        {
            var route = await context.Network.RouteAsync(guestPort, address, cancellationToken).ConfigureAwait(false);
            while (await AttemptAsync(context, route, cancellationToken).ConfigureAwait(false) is { } why)
            {
                context.Notes.Set(this, $"{route}: {why}");
                await pause.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (VirtualMachineExitedException gone)
        {
            throw new EndOfStreamException(gone.Message, gone);
        }
    }

    /// <summary>Null when the answer is right; else what is wrong with it.</summary>
    protected abstract Task<string?> JudgeAsync(GuestAnswer answer, BootContext context, CancellationToken cancellationToken);

    private async Task<string?> AttemptAsync(BootContext context, GuestRoute route, CancellationToken cancellationToken)
    {
        var before = route.Forward is { } forward
            ? await context.Network.AnsweredAsync(forward, cancellationToken).ConfigureAwait(false)
            : new HashSet<int>();
        using var limit = new CancellationTokenSource(Connecting, context.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var stream = await context.Network.OpenAsync(route, ending.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var answer = new GuestAnswer(context, route, before, stream);
                return await answer.ProveAsync(ending.Token).ConfigureAwait(false)
                    ?? await JudgeAsync(answer, context, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "the guest does not answer; its network is not up yet, or it drops the packets";
        }
        catch (Exception failure) when (failure is HostException or IOException and not EndOfStreamException)
        {
            return failure.Message;
        }
    }
}

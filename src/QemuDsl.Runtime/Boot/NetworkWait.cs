namespace QemuDsl.Runtime;

/// <summary>Connects to a port of the guest until what answers is what is waited for.</summary>
internal abstract class NetworkWait(int port, string? address) : BootWait
{
    // A SYN that the guest never saw is sent again by slirp only after seconds: a new connection is quicker.
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(1);

    protected string Place => address is null ? $"port {port} of the guest" : $"{address} port {port}";

    public static string NoForward(int port, IReadOnlyList<VmForward> forwards)
    {
        var others = forwards.Count == 0 ? "it has none" : $"it has {string.Join(", ", forwards)}";
        return $"no port of the host leads to TCP port {port} of the guest; {others}. Give a user netdev the rule 'tcp:127.0.0.1:0-:{port}' "
            + $"(HostForward.Tcp(HostForward.AnyPort, {port})), or name an address that the host reaches";
    }

    internal sealed override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        using var events = context.Qmp.Subscribe();
        var pause = new RetryPause(events, context.Time);
        try
        {
            var forward = address is null ? await ForwardAsync(context.Network, cancellationToken).ConfigureAwait(false) : null;
            var way = forward is null ? Place : $"forward {forward} of {forward.Netdev}";
            while (await AttemptAsync(context, forward, cancellationToken).ConfigureAwait(false) is { } why)
            {
                context.Notes.Set(this, $"{way}: {why}");
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

    private async Task<VmForward> ForwardAsync(VmNetwork network, CancellationToken cancellationToken) =>
        await network.ForwardAsync(port, cancellationToken).ConfigureAwait(false)
        ?? throw new ImpossibleWaitException(NoForward(port, await network.ForwardsAsync(cancellationToken).ConfigureAwait(false)));

    private async Task<string?> AttemptAsync(BootContext context, VmForward? forward, CancellationToken cancellationToken)
    {
        var before = forward is null
            ? new HashSet<int>()
            : await context.Network.AcceptedAsync(forward, cancellationToken).ConfigureAwait(false);
        using var limit = new CancellationTokenSource(Connecting, context.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var connecting = forward is null
                ? context.Network.ConnectAsync(address!, port, ending.Token)
                : context.Network.ConnectAsync(forward, ending.Token);
            var stream = await connecting.ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var answer = new GuestAnswer(context, forward, before, stream);
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

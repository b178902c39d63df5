namespace QemuDsl.Runtime;

/// <summary>
/// Tries a TCP port of the guest until it is what is waited for. Nobody tells when a guest begins to listen, so it is tried anew, at first
/// every few milliseconds and at most four times a second.
/// </summary>
internal abstract class NetworkWait(int port, string? address) : BootWait
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    // A guest that has no network yet answers nothing, and what it was sent meanwhile is lost.
    private static readonly TimeSpan Try = TimeSpan.FromSeconds(2);

    protected int Port => port;

    protected string Place => address is null ? $"port {port} of the guest" : $"{address} port {port}";

    public static string NoForward(int port, IReadOnlyList<VmForward> forwards)
    {
        var others = forwards.Count == 0 ? "it has none" : $"it has {string.Join(", ", forwards)}";
        return $"no port of the host leads to TCP port {port} of the guest; {others}. "
            + $"Give a user netdev the rule 'tcp:127.0.0.1:0-:{port}', or name an address that the host reaches";
    }

    internal sealed override async Task WaitAsync(BootContext context, CancellationToken cancellationToken)
    {
        try
        {
            var network = context.Network;
            var forward = address is null ? await ForwardAsync(network, cancellationToken).ConfigureAwait(false) : null;
            for (var pause = FirstPause; !await TryAsync(context, forward, cancellationToken).ConfigureAwait(false); pause = Next(pause))
            {
                await Task.Delay(pause, context.Time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (VirtualMachineExitedException gone)
        {
            throw new EndOfStreamException(gone.Message, gone);
        }
    }

    /// <summary>Whether a connection is what is waited for.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="isAcceptedAsync">Tells whether the guest itself has accepted it.</param>
    /// <param name="cancellationToken">The end of this try.</param>
    private protected abstract Task<bool> IsReadyAsync(
        Stream stream, Func<CancellationToken, Task<bool>> isAcceptedAsync, CancellationToken cancellationToken);

    private async Task<VmForward> ForwardAsync(VmNetwork network, CancellationToken cancellationToken) =>
        await network.ForwardAsync(port, cancellationToken).ConfigureAwait(false)
        ?? throw new ImpossibleWaitException(NoForward(port, await network.ForwardsAsync(cancellationToken).ConfigureAwait(false)));

    private async Task<bool> TryAsync(BootContext context, VmForward? forward, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Try, context.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var connecting = forward is null
                ? context.Network.ConnectAsync(address!, port, ending.Token)
                : context.Network.ConnectAsync(forward, ending.Token);
            var stream = await connecting.ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return await IsReadyAsync(stream, token => AcceptedAsync(context, forward, token), ending.Token).ConfigureAwait(false);
            }
        }
        catch (Exception notYet) when (notYet is HostException or IOException || (notYet is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static async Task<bool> AcceptedAsync(BootContext context, VmForward? forward, CancellationToken cancellationToken) =>
        forward is null || await context.Network.IsAcceptedAsync(forward, cancellationToken).ConfigureAwait(false);

    private static TimeSpan Next(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;
}

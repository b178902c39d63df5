namespace QemuDsl.Runtime;

internal sealed class TcpPortWait(int port, string? address) : NetworkWait(port, address)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public override string Description => $"a connection to {Place}";

    // Ready when the guest's side has answered; not when the connection ends first, which is how a port without a listener answers.
    private protected override async Task<bool> IsReadyAsync(
        Stream stream, Func<CancellationToken, Task<bool>> isAcceptedAsync, CancellationToken cancellationToken)
    {
        var reading = stream.ReadAsync(new byte[1], cancellationToken).AsTask();
        while (!reading.IsCompleted)
        {
            if (await isAcceptedAsync(cancellationToken).ConfigureAwait(false))
            {
                return true;
            }

            await Task.WhenAny(reading, Task.Delay(Look, cancellationToken)).ConfigureAwait(false);
        }

        return await reading.ConfigureAwait(false) > 0;
    }
}

namespace QemuDsl.Runtime;

/// <summary>
/// A connection to the guest, and whether the guest had a part in it. QEMU takes a connection to a forward by itself and asks the guest
/// afterwards: one the guest refuses is closed again, one it has not heard of stays open. Two things prove the guest: bytes that come, and a
/// connection through the forward whose handshake with the guest is complete, as QEMU's table of connections tells.
/// </summary>
internal sealed class GuestAnswer(BootContext context, VmForward? forward, IReadOnlySet<int> acceptedBefore, Stream stream)
{
    private const int Limit = 8 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly byte[] _bytes = new byte[Limit];
    private int _length;

    /// <summary>What the guest sent so far.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public bool IsFull => _length == Limit;

    /// <summary>Null once the guest has proven itself; else why it cannot any more. Waits for as long as it says nothing.</summary>
    public async Task<string?> ProveAsync(CancellationToken cancellationToken)
    {
        if (forward is null)
        {
            // The handshake was with the guest itself.
            return null;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(ending.Token);
        try
        {
            while (!reading.IsCompleted && !await IsAcceptedAsync(forward, cancellationToken).ConfigureAwait(false))
            {
                await Task.WhenAny(reading, Task.Delay(Look, context.Time, ending.Token)).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }

            return !reading.IsCompleted || await reading.ConfigureAwait(false) ? null : "nobody listens there";
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Reads what comes next; false at the end of the connection, or when there is no room.</summary>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var read = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            _length += read;
            return read > 0;
        }
        catch (IOException)
        {
            // A reset is an end like any other.
            return false;
        }
    }

    // Connections that were complete before this one was opened prove nothing: the guest may have been reset since.
    private async Task<bool> IsAcceptedAsync(VmForward through, CancellationToken cancellationToken) =>
        !(await context.Network.AcceptedAsync(through, cancellationToken).ConfigureAwait(false)).IsSubsetOf(acceptedBefore);
}

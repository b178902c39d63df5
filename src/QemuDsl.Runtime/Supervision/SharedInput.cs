using System.Diagnostics.CodeAnalysis;

namespace QemuDsl.Runtime;

/// <summary>The supervisor's stdin, which QMP and requests share: whole writes, one at a time, each sent at once.</summary>
internal sealed class SharedInput(Stream input) : ChannelStream
{
    [SuppressMessage("Usage", "CA2213", Justification = "It has no wait handle to free, and a write under way still releases it.")]
    private readonly SemaphoreSlim _turn = new(1, 1);

    public override bool CanRead => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await input.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            await input.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    // Not in turn: a write that waits for a reader for ever ends with this.
    public override async ValueTask DisposeAsync()
    {
        await input.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}

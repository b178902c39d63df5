using System.Threading.Channels;

namespace QemuDsl.Runtime;

/// <summary>Hands bytes to one reader and holds the guest back while too many wait.</summary>
internal sealed class SerialReader : ISerialListener
{
    private readonly Channel<ReadOnlyMemory<byte>> _chunks = Channel.CreateBounded<ReadOnlyMemory<byte>>(64);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAllAsync(CancellationToken cancellationToken) =>
        _chunks.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Nobody reads any more: the guest is let go.</summary>
    public void Leave() => _gone.TrySetResult();

    public void Catch(string earlier)
    {
        // This reader hears what comes, not what was.
    }

    public Task? Hear(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> text)
    {
        var chunk = bytes.ToArray();
        return _chunks.Writer.TryWrite(chunk) ? null : Task.WhenAny(_chunks.Writer.WriteAsync(chunk).AsTask(), _gone.Task);
    }

    public void End() => _chunks.Writer.TryComplete();
}

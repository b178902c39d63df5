namespace QemuDsl.Ssh;

/// <summary>A process that is a connection: what is written to it goes in, what it writes comes out, closing ends it.</summary>
/// <param name="process">The process.</param>
/// <param name="early">What was read from it already.</param>
internal sealed class ProcessStream(IHostProcess process, ReadOnlyMemory<byte> early) : Stream
{
    private ReadOnlyMemory<byte> _early = early;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_early.IsEmpty)
        {
            return process.Stdout.ReadAsync(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, _early.Length);
        _early[..count].CopyTo(buffer);
        _early = _early[count..];
        return ValueTask.FromResult(count);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        process.Stdin.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => process.Stdin.FlushAsync(cancellationToken);

    public override void Flush() => process.Stdin.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => process.Stdin.Write(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await process.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}

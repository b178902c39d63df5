using System.Text;

namespace QemuDsl.Ssh;

/// <summary>A stream from behind a line with a mark: what the user's start-up files print before it is left out.</summary>
internal sealed class MarkedStream(Stream source, string mark) : Stream
{
    // A mark that has not come by then never will.
    private const int MostNoise = 64 * 1024;

    private readonly byte[] _mark = Encoding.ASCII.GetBytes(mark + "\n");
    private byte[] _rest = [];
    private bool _begun;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_begun && !await BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            return 0;
        }

        if (_rest.Length == 0)
        {
            return await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.AsMemory(0, count).CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<bool> BeginAsync(CancellationToken cancellationToken)
    {
        var seen = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var at = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(seen).IndexOf(_mark);
            if (at >= 0)
            {
                _rest = [.. seen.Skip(at + _mark.Length)];
                _begun = true;
                return true;
            }

            var count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return false;
            }

            seen.AddRange(buffer.AsSpan(0, count));
            if (seen.Count > MostNoise)
            {
                throw new IOException("The start-up files of the user's shell print without end. Make them silent where no terminal is (see ssh(1)).");
            }
        }
    }
}

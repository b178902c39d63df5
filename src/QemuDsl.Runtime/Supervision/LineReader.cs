using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace QemuDsl.Runtime;

/// <summary>Splits a stream into lines of bounded length. A longer one is an error, or is cut where that does no harm.</summary>
internal sealed class LineReader(Stream stream, int limit, bool cutLongLines = false) : IAsyncDisposable
{
    private readonly PipeReader _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 16 * 1024, leaveOpen: true));
    private long _searched;
    private bool _skipping;

    /// <summary>The next line without its end; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">
    /// The line is longer than the limit and is not to be cut; the message holds its beginning.
    /// </exception>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var (line, again) = Next(result.Buffer, result.IsCompleted);
            if (!again)
            {
                return line;
            }
        }
    }

    public ValueTask DisposeAsync() => _reader.CompleteAsync();

    private (byte[]? Line, bool Again) Next(in ReadOnlySequence<byte> buffer, bool isLast)
    {
        // What was searched once is not searched again: a long line in small pieces would take quadratic time.
        if (buffer.Slice(_searched).PositionOf((byte)'\n') is { } newline)
        {
            var line = _skipping ? null : Bounded(buffer.Slice(0, newline));
            Advance(buffer.GetPosition(1, newline), skipping: false);
            return (line, line is null);
        }

        if (isLast || buffer.Length > limit)
        {
            var line = _skipping || buffer.IsEmpty ? null : Bounded(buffer);
            Advance(buffer.End, skipping: !isLast);
            return (line, line is null && !isLast);
        }

        _searched = buffer.Length;
        _reader.AdvanceTo(buffer.Start, buffer.End);
        return (null, true);
    }

    private void Advance(SequencePosition position, bool skipping)
    {
        _searched = 0;
        _skipping = skipping;
        _reader.AdvanceTo(position);
    }

    private byte[] Bounded(in ReadOnlySequence<byte> line)
    {
        if (line.Length <= limit)
        {
            return line.ToArray();
        }

        return cutLongLines
            ? line.Slice(0, limit).ToArray()
            : throw new InvalidDataException(Encoding.UTF8.GetString(line.Slice(0, Math.Min(200, line.Length)).ToArray()));
    }
}

using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace QemuDsl.Runtime;

/// <summary>Splits a stream into lines of bounded length. What sends longer ones is not read on.</summary>
internal sealed class LineReader(Stream stream, int limit) : IAsyncDisposable
{
    private readonly PipeReader _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 16 * 1024));

    /// <summary>The next line without its end; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The line is longer than the limit; the message holds its beginning.</exception>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end && buffer.Slice(0, end).Length <= limit)
            {
                var line = buffer.Slice(0, end).ToArray();
                _reader.AdvanceTo(buffer.GetPosition(1, end));
                return line;
            }

            if (buffer.Length > limit)
            {
                throw new InvalidDataException(Encoding.UTF8.GetString(buffer.Slice(0, Math.Min(200, buffer.Length)).ToArray()));
            }

            if (result.IsCompleted)
            {
                var rest = buffer.ToArray();
                _reader.AdvanceTo(buffer.End);
                return rest.Length == 0 ? null : rest;
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    public ValueTask DisposeAsync() => _reader.CompleteAsync();
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace QemuDsl.Ssh;

/// <summary>A stream from behind a line with a mark: what the user's start-up files print before it is left out.</summary>
internal sealed class MarkedStream : Stream
{
    // A mark that has not come by then never will.
    private const int MostNoise = 16 * 1024 * 1024;
    private const int StartTimeField = 22;
    private const int FirstField = 3;

    [SuppressMessage("Usage", "CA2213", Justification = "Disposed once the mark is there.")]
    private readonly Stream _source;
    private readonly byte[] _mark;
    private byte[] _rest = [];

    public MarkedStream(Stream source, string mark)
    {
        _source = source;
        _mark = Encoding.ASCII.GetBytes(mark + " ");
        Process = BeginAsync();
        _ = Process.ContinueWith(static begun => begun.Exception, TaskScheduler.Default);
    }

    /// <summary>Which process writes this; null when the stream ended before it said so.</summary>
    public Task<RemoteProcess?> Process { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (await Process.WaitAsync(cancellationToken).ConfigureAwait(false) is null)
        {
            return 0;
        }

        if (_rest.Length == 0)
        {
            return await _source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
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
            // Not before the mark: whoever gives up early would not know which process is to end.
            _ = Process.ContinueWith(_ => _source.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        base.Dispose(disposing);
    }

    private async Task<RemoteProcess?> BeginAsync()
    {
        var seen = new List<byte>();
        var buffer = new byte[16 * 1024];
        for (var noise = 0L; ;)
        {
            if (Begin(seen) is { } process)
            {
                return process;
            }

            noise += ForgetNoise(seen);
            if (noise > MostNoise || seen.Count > MostNoise)
            {
                throw new IOException("The start-up files of the user's shell print without end. Make them silent where no terminal is (see ssh(1)).");
            }

            var count = await _source.ReadAsync(buffer).ConfigureAwait(false);
            if (count == 0)
            {
                return null;
            }

            seen.AddRange(buffer.AsSpan(0, count));
        }
    }

    // All but what may be the beginning of the mark.
    private int ForgetNoise(List<byte> seen)
    {
        var at = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(seen).IndexOf(_mark);
        var count = at >= 0 ? at : Math.Max(0, seen.Count - _mark.Length + 1);
        seen.RemoveRange(0, count);
        return count;
    }

    private RemoteProcess? Begin(List<byte> seen)
    {
        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(seen);
        var at = bytes.IndexOf(_mark);
        var end = at < 0 ? -1 : bytes[at..].IndexOf((byte)'\n');
        if (end < 0)
        {
            return null;
        }

        var fields = Encoding.ASCII.GetString(bytes.Slice(at + _mark.Length, end - _mark.Length)).Split(' ');
        _rest = bytes[(at + end + 1)..].ToArray();
        return fields.Length > StartTimeField - FirstField + 1
            && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            && long.TryParse(fields[StartTimeField - FirstField + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? new RemoteProcess(pid, start)
            : RemoteProcess.Unknown;
    }
}

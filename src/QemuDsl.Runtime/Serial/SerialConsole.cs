using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace QemuDsl.Runtime;

/// <summary>
/// What the guest writes to its serial console, and what is typed there. Bytes are read on all the time, so that a guest that talks is
/// never stopped by nobody listening; the end of the text is kept, of bounded length.
/// </summary>
public sealed class SerialConsole : IAsyncDisposable
{
    private const int ChunkBytes = 16 * 1024;

    private readonly Stream _stream;
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly List<ISerialListener> _listeners = [];

    [SuppressMessage("Usage", "CA2213", Justification = "It has no timer to free, and disposing twice must be harmless.")]
    private readonly CancellationTokenSource _closing = new();
    private readonly char[] _characters = new char[Encoding.UTF8.GetMaxCharCount(ChunkBytes)];
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly Task _reading;
    private readonly int _history;
    private long _received;
    private bool _ended;

    /// <param name="stream">The console.</param>
    /// <param name="history">How many characters are kept.</param>
    /// <param name="earlier">What was written before anybody listened here.</param>
    internal SerialConsole(Stream stream, int history, string earlier = "")
    {
        _stream = stream;
        _history = history;
        _text.Append(earlier.AsSpan(Math.Max(0, earlier.Length - history)));
        _reading = ListenAsync();
    }

    /// <summary>The end of what the guest has written, at most <see cref="VmOptions.SerialHistory"/> characters.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>How many bytes the guest has written so far.</summary>
    public long BytesReceived => Interlocked.Read(ref _received);

    /// <summary>Types a text into the console.</summary>
    /// <exception cref="IOException">The console is gone, or is one that takes no input.</exception>
    public Task WriteAsync(string text, CancellationToken cancellationToken = default) =>
        WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>Types bytes into the console.</summary>
    /// <exception cref="IOException">The console is gone, or is one that takes no input.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        if (!_stream.CanWrite)
        {
            throw new IOException(
                "This console is QEMU's standard output and takes no input. "
                + "Let the runtime add a serial port: leave -serial and -nographic out.");
        }

        await _stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The bytes the guest writes, from the first look at the sequence on. The guest waits for a reader that is slow (QMP does not):
    /// nothing is lost and nothing piles up.
    /// </summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = new SerialReader();
        Add(reader);
        try
        {
            await foreach (var chunk in reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return chunk;
            }
        }
        finally
        {
            Remove(reader);
            reader.Leave();
        }
    }

    /// <summary>The lines the guest writes, as <see cref="ReadAsync"/>; one over 16 Ki characters comes in pieces.</summary>
    public async IAsyncEnumerable<string> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var splitter = new LineSplitter();
        await foreach (var chunk in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var line in splitter.Take(chunk.Span))
            {
                yield return line;
            }
        }

        if (splitter.Rest() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    /// <summary>Closes the console.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
    }

    /// <summary>Adds a listener, and shows it what was written before in the same breath, so that it misses nothing.</summary>
    internal void Add(ISerialListener listener)
    {
        lock (_lock)
        {
            listener.Catch(_text.ToString());
            if (_ended)
            {
                listener.End();
            }
            else
            {
                _listeners.Add(listener);
            }
        }
    }

    internal void Remove(ISerialListener listener)
    {
        lock (_lock)
        {
            _listeners.Remove(listener);
        }
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[ChunkBytes];
        try
        {
            while (await _stream.ReadAsync(buffer, _closing.Token).ConfigureAwait(false) is > 0 and var count)
            {
                foreach (var slow in Take(buffer.AsSpan(0, count)))
                {
                    await slow.WaitAsync(_closing.Token).ConfigureAwait(false);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The end of QEMU is the end of its console, however it is told.
        }

        End();
    }

    private List<Task> Take(ReadOnlySpan<byte> bytes)
    {
        var text = _characters.AsSpan(0, _decoder.GetChars(bytes, _characters, flush: false));
        lock (_lock)
        {
            _received += bytes.Length;
            _text.Append(text);
            if (_text.Length > _history)
            {
                _text.Remove(0, _text.Length - _history);
            }

            List<Task> slow = [];
            foreach (var listener in _listeners)
            {
                if (listener.Hear(bytes, text) is { IsCompleted: false } busy)
                {
                    slow.Add(busy);
                }
            }

            return slow;
        }
    }

    private void End()
    {
        lock (_lock)
        {
            _ended = true;
            _listeners.ForEach(static listener => listener.End());
            _listeners.Clear();
        }
    }
}

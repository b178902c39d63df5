using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>
/// QEMU's machine protocol over a pair of streams: requests may overlap and are matched by id, events go to every subscriber. The other
/// side is not trusted: lines over 8 MiB, JSON over 64 levels or anything that is no QMP ends the connection.
/// </summary>
public sealed class QmpClient : IAsyncDisposable
{
    private const int LineLimit = 8 * 1024 * 1024;

    [SuppressMessage("Usage", "CA2213", Justification = "The streams belong to whoever made the client.")]
    private readonly Stream _output;
    private readonly Func<Exception, Task<Exception>> _whyEnded;
    private readonly LineReader _lines;
    private readonly ConcurrentDictionary<long, PendingCommand> _pending = new();
    private readonly QmpEventHub _events = new();

    [SuppressMessage("Usage", "CA2213", Justification = "It has no wait handle to free, and a write under way still releases it.")]
    private readonly SemaphoreSlim _writing = new(1, 1);

    [SuppressMessage("Usage", "CA2213", Justification = "It has no timer to free, and disposing twice must be harmless.")]
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource<QemuVersion?> _greeting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private Exception? _broken;
    private long _lastId;

    /// <summary>A client that reads from one stream and writes to another; both stay the caller's to dispose.</summary>
    public QmpClient(Stream input, Stream output)
        : this(input, output, Task.FromResult)
    {
    }

    /// <summary>One that asks somebody who knows more why its connection ended.</summary>
    internal QmpClient(Stream input, Stream output, Func<Exception, Task<Exception>> whyEnded, TimeProvider? time = null)
    {
        Trace = new QmpTrace(time ?? TimeProvider.System);
        _output = output;
        _whyEnded = whyEnded;
        _lines = new LineReader(input, LineLimit);
        _reading = ReadAsync();
    }

    /// <summary>How many events were lost because a reader of <see cref="EventsAsync"/> fell behind.</summary>
    public long EventsLost => _events.Lost;

    /// <summary>The version QEMU told in its greeting; null before <see cref="NegotiateAsync"/>.</summary>
    public QemuVersion? Version { get; private set; }

    /// <summary>Whether QEMU takes commands.</summary>
    internal bool IsNegotiated { get; private set; }

    /// <summary>The last lines that went over it.</summary>
    internal QmpTrace Trace { get; }

    /// <summary>Completes when QEMU has said its last word.</summary>
    internal Task Drained => _drained.Task;

    /// <summary>The last <c>SHUTDOWN</c> event, which tells why QEMU is about to end.</summary>
    internal QmpEvent? Shutdown { get; private set; }

    /// <summary>Waits for QEMU's greeting and enters command mode.</summary>
    /// <exception cref="QmpProtocolException">What came is no QMP.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU ended before it greeted.</exception>
    /// <exception cref="EndOfStreamException">The connection ended, and it is not known why.</exception>
    public async Task NegotiateAsync(CancellationToken cancellationToken = default)
    {
        // Sent before the greeting is read: QEMU takes it up once it is there, and a round trip is saved.
        var negotiated = ExecuteAsync("qmp_capabilities", default, cancellationToken);
        Version = await _greeting.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        await negotiated.ConfigureAwait(false);
        IsNegotiated = true;
    }

    /// <summary>Runs a command and returns what it returned.</summary>
    /// <param name="command">The command, such as <c>query-status</c>.</param>
    /// <param name="arguments">Its arguments as an object; undefined for none.</param>
    /// <param name="cancellationToken">Ends the wait; QEMU may still carry the command out.</param>
    /// <exception cref="QmpException">QEMU refused; the VM lives on.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    /// <exception cref="EndOfStreamException">The connection ended first, and it is not known why.</exception>
    public async Task<JsonElement> ExecuteAsync(
        string command, JsonElement arguments = default, CancellationToken cancellationToken = default)
    {
        using var activity = Telemetry.Source.StartActivity("qemu.qmp", ActivityKind.Client);
        activity?.SetTag(Telemetry.Command, command);
        var id = Interlocked.Increment(ref _lastId);
        var pending = new PendingCommand(command);
        _pending[id] = pending;
        try
        {
            // Looked at after the entry is made: whoever breaks the connection in between finds the entry and fails it.
            if (_broken is { } broken)
            {
                throw broken;
            }

            await SendAsync(QmpMessage.Command(command, arguments, id), cancellationToken).ConfigureAwait(false);
            return await pending.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            activity?.Fail(failure);
            throw;
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

    /// <summary>
    /// Events from now on, until the connection ends. A reader that falls 1024 behind loses the oldest (<see cref="EventsLost"/>).
    /// </summary>
    public async IAsyncEnumerable<QmpEvent> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var subscription = Subscribe();
        await foreach (var raised in subscription.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return raised;
        }
    }

    /// <summary>Gives the connection up; commands still running fail.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        await _lines.DisposeAsync().ConfigureAwait(false);
    }

    internal QmpSubscription Subscribe() => new(_events);

    private async Task SendAsync(byte[] line, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);

        Trace.Add(sent: true, line);

        // A QEMU that reads nothing lets a write wait for ever: whoever asked may go, the line stays whole.
        if (await WriteAsync(line).WaitAsync(cancellationToken).ConfigureAwait(false) is { } failure)
        {
            throw failure;
        }
    }

    private async Task<Exception?> WriteAsync(byte[] line)
    {
        try
        {
            // Not cancelled half-way: half a line would garble every command after it.
            await _output.WriteAsync(line, CancellationToken.None).ConfigureAwait(false);
            await _output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            var end = new EndOfStreamException("QEMU no longer reads its QMP channel.", failure);
            return _broken ?? await _whyEnded(end).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        Exception end = new EndOfStreamException("The QMP channel ended.");
        try
        {
            PendingCommand? answered = null;
            while (await new NextLine(_lines.ReadAsync(_closing.Token), answered) is { } line)
            {
                Trace.Add(sent: false, line);
                answered = Understand(line);
            }
        }
        catch (InvalidDataException tooLong)
        {
            end = new QmpProtocolException($"a line is longer than {LineLimit} bytes", tooLong.Message);
        }
        catch (Exception failure) when (failure is QmpProtocolException or IOException)
        {
            end = failure;
        }
        catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException)
        {
            end = new ObjectDisposedException(nameof(QmpClient));
        }

        _drained.SetResult();
        Fail(end is QmpProtocolException ? end : await _whyEnded(end).ConfigureAwait(false));
    }

    private PendingCommand? Understand(byte[] line)
    {
        try
        {
            return Take(line);
        }
        catch (InvalidOperationException failure)
        {
            // Half a surrogate pair, written as an escape, is JSON and yet no text.
            throw new QmpProtocolException("a line is no Unicode", Encoding.UTF8.GetString(line, 0, Math.Min(line.Length, 200)), failure);
        }
    }

    // The command that it answers, if it answers one.
    private PendingCommand? Take(byte[] line)
    {
        var message = QmpMessage.Parse(line);
        if (message.TryGetProperty("event", out var name) && name.ValueKind == JsonValueKind.String)
        {
            var raised = QmpMessage.Event(message, name.GetString()!);
            Shutdown = raised.Name == "SHUTDOWN" ? raised : Shutdown;
            _events.Publish(raised);
        }
        else if (message.TryGetProperty("QMP", out var greeting))
        {
            _greeting.TrySetResult(QmpMessage.Version(greeting));
        }
        else if (message.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number)
            && _pending.TryGetValue(number, out var pending))
        {
            return pending.Answer(message);
        }

        return null;
    }

    private void Fail(Exception end)
    {
        _broken = end;
        _greeting.TrySetException(end);
        _ = _greeting.Task.Exception;
        foreach (var pending in _pending.Values)
        {
            pending.Fail(end);
        }

        _events.Complete();
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>
/// One command at a time over the agent's socket. Answers have no numbers: whenever one was not waited for to its end, the connection is
/// given up and the next one begins with a mark (<c>guest-sync-delimited</c>), so that a late answer is never taken for another one's.
/// The guest is not trusted: what it sends is bounded in time, length and depth, and is read only while something is asked.
/// </summary>
internal sealed class AgentChannel(
    Func<CancellationToken, Task<Stream>> connect, Func<Exception, Task<Exception>> whyEnded, TimeProvider time) : IAsyncDisposable
{
    // The agent keeps 16 MiB of a program's stdout and as much of its stderr, in base64.
    private const int LineLimit = 48 * 1024 * 1024;
    private const byte Mark = 0xff;

    // For what its callers left behind, once nobody needs the channel any more.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(1);

    [SuppressMessage("Usage", "CA2213", Justification = "It has no wait handle to free, and whoever waits for it still takes and releases it.")]
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();

    [SuppressMessage("Usage", "CA2213", Justification = "It has no timer to free, and work left behind may still look at it.")]
    private readonly CancellationTokenSource _ending = new();
    private Task _behind = Task.CompletedTask;
    private Stream? _stream;

    [SuppressMessage("Usage", "CA2213", Justification = "Disposed with the stream it reads, in DropAsync.")]
    private LineReader? _lines;

    /// <summary>Runs a command; null when it has no answer by its nature and none came.</summary>
    public async Task<JsonElement?> ExecuteAsync(AgentCommand command, TimeSpan deadline, CancellationToken cancellationToken)
    {
        // From the first moment: twenty calls of a silent agent take no longer than one.
        using var limit = new CancellationTokenSource(deadline, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        await TakeTurnAsync(command, deadline, ending.Token, cancellationToken).ConfigureAwait(false);
        try
        {
            await SyncAsync(ending.Token).ConfigureAwait(false);
            command.Sending?.Invoke();
            await SendAsync(command.ToBytes(), ending.Token).ConfigureAwait(false);
            return AgentAnswer.Of(command, await ReadAsync(command, ending.Token).ConfigureAwait(false));
        }
        catch (GuestAgentException refused) when (refused.IsRefusal)
        {
            throw;
        }
        catch (Exception failure)
        {
            await DropAsync().ConfigureAwait(false);
            if (command.MayStaySilent && !cancellationToken.IsCancellationRequested && failure is OperationCanceledException or EndOfStreamException)
            {
                return null;
            }

            throw await ExplainAsync(command, failure, deadline, limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                .ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Does something for a caller who does not wait for it, in its turn. It is given up a moment after the channel is disposed.
    /// </summary>
    /// <returns>Its end, for a caller who waits all the same.</returns>
    public Task BehindAsync(Func<CancellationToken, Task> work)
    {
        var doing = work(_ending.Token);
        lock (_lock)
        {
            _behind = _behind.IsCompleted ? QuietAsync(doing) : Task.WhenAll(_behind, QuietAsync(doing));
        }

        return doing;
    }

    public async ValueTask DisposeAsync()
    {
        Task behind;
        lock (_lock)
        {
            behind = _behind;
        }

        // A freeze that is not thawed now stays, when the VM goes on.
        await behind.WaitAsync(LastMoment, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _ending.CancelAsync().ConfigureAwait(false);
        await behind.ConfigureAwait(false);
        await DropAsync().ConfigureAwait(false);
    }

    private static async Task QuietAsync(Task work) => await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task TakeTurnAsync(AgentCommand command, TimeSpan deadline, CancellationToken ending, CancellationToken cancellationToken)
    {
        try
        {
            await _turn.WaitAsync(ending).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw GuestAgentException.Queued(command.Name, deadline);
        }
    }

    private async Task SyncAsync(CancellationToken cancellationToken)
    {
        if (_stream is not null)
        {
            return;
        }

        _stream = await connect(cancellationToken).ConfigureAwait(false);
        _lines = new LineReader(_stream, LineLimit);

        var number = RandomNumberGenerator.GetInt32(int.MaxValue);
        var command = new AgentCommand("guest-sync-delimited", writer => writer.WriteNumber("id", number));
        await SendAsync([Mark, .. command.ToBytes()], cancellationToken).ConfigureAwait(false);
        while (!AgentAnswer.IsMark(await LineAsync(command, cancellationToken).ConfigureAwait(false), Mark, number))
        {
            // What the agent was saying to somebody before us.
        }
    }

    private async Task SendAsync(byte[] line, CancellationToken cancellationToken)
    {
        await _stream!.WriteAsync(line, cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<byte[]> ReadAsync(AgentCommand command, CancellationToken cancellationToken)
    {
        var line = await LineAsync(command, cancellationToken).ConfigureAwait(false);
        return line.Length > 0 ? line : await ReadAsync(command, cancellationToken).ConfigureAwait(false);
    }

    private async Task<byte[]> LineAsync(AgentCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return await _lines!.ReadAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new EndOfStreamException("The guest agent's socket was closed.");
        }
        catch (InvalidDataException endless)
        {
            throw GuestAgentException.Protocol(command.Name, $"a line is longer than {LineLimit} bytes", endless.Message);
        }
    }

    private async Task<Exception> ExplainAsync(AgentCommand command, Exception failure, TimeSpan deadline, bool isLate) => failure switch
    {
        OperationCanceledException when isLate => GuestAgentException.Silent(command.Name, deadline),
        EndOfStreamException or IOException or ObjectDisposedException or HostException => await whyEnded(failure).ConfigureAwait(false) switch
        {
            VirtualMachineExitedException gone => gone,
            var other => GuestAgentException.Broken(command.Name, other),
        },
        _ => failure,
    };

    private async Task DropAsync()
    {
        if (_lines is { } lines)
        {
            _lines = null;
            await lines.DisposeAsync().ConfigureAwait(false);
        }

        if (_stream is { } stream)
        {
            _stream = null;
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }
}

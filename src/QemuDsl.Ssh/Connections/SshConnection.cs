using System.Diagnostics.CodeAnalysis;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace QemuDsl.Ssh;

/// <summary>One connection: a limited number of channels, a heartbeat, and an end that everybody on it is told of.</summary>
internal sealed class SshConnection : IAsyncDisposable
{
    // sshd allows 10 (MaxSessions); beyond the client's own limit SSH.NET would block a thread. Room stays for the heartbeat.
    private const int MostChannels = 8;

    // What SSH.NET 2026.0.0 says when the other side refused to open one.
    private const string Refused = "Failed to open a channel";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SshClient _client;
    private readonly IReadOnlyList<IDisposable> _jumps;
    private readonly SshHostOptions _options;
    private readonly Action<SshConnection> _gone;

    [SuppressMessage("Usage", "CA2213", Justification = "It has no timer to free, and whoever is told may still be at it.")]
    private readonly CancellationTokenSource _lost = new();
    private readonly HashSet<SshProcess> _processes = [];
    private readonly Lock _lock = new();
    private readonly SshProcessEnd _end;
    private readonly Task _heartbeat;
    private int _channels;
    private bool _carries;

    private SshConnection(
        SshClient client, IReadOnlyList<IDisposable> jumps, SshHostOptions options, Func<RemoteProcess, Task> killAsync, Action<SshConnection> gone)
    {
        _gone = gone;
        _end = new SshProcessEnd(Release, killAsync);
        _client = client;
        _jumps = jumps;
        _options = options;
        Lost = _lost.Token;
        _client.ErrorOccurred += (_, failure) => Break(failure.Exception.Message);
        _heartbeat = WatchAsync();
    }

    /// <summary>Cancelled when the connection is gone.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Why it is gone.</summary>
    public string? LostReason { get; private set; }

    /// <param name="options">How the host is reached.</param>
    /// <param name="killAsync">Kills a process there.</param>
    /// <param name="gone">Called once when it is lost, on any thread.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SshConnection> OpenAsync(
        SshHostOptions options, Func<RemoteProcess, Task> killAsync, Action<SshConnection> gone, CancellationToken cancellationToken)
    {
        var (client, jumps) = await SshConnector.ConnectAsync(options, cancellationToken).ConfigureAwait(false);
        return new SshConnection(client, jumps, options, killAsync, gone);
    }

    /// <summary>Takes a channel; false when all are in use or the connection is gone.</summary>
    public bool TryTake()
    {
        // The peer may have closed it between two commands.
        if (!_client.IsConnected)
        {
            Break("the connection was closed");
        }

        lock (_lock)
        {
            if (LostReason is not null || _channels == MostChannels)
            {
                return false;
            }

            _channels++;
            return true;
        }
    }

    /// <summary>Starts a process on a channel that was taken.</summary>
    /// <returns>Null when the other side takes no more of them: it counts a session until its program has ended, whatever was closed here.</returns>
    /// <exception cref="HostException">It takes none at all, or the connection is gone.</exception>
    public async Task<SshProcess?> StartAsync(ShellLine line, CancellationToken cancellationToken)
    {
        try
        {
            var starting = SshProcess.StartAsync(_client, line, _end, Lost);
            var process = await AwaitAsync(starting, cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                _processes.Add(process);
                _carries = true;
            }

            return process;
        }
        catch (SshException refused) when (_carries && LostReason is null && refused.Message.StartsWith(Refused, StringComparison.Ordinal))
        {
            Release(null);
            return null;
        }
        catch (Exception failure) when (failure is SshException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            Release(null);
            var why = LostReason is { } lost && lost != failure.Message ? $" ({lost})" : "";
            throw new HostException(_options.Host, $"no process can be started there: {failure.Message}{why}", failure);
        }
        catch (OperationCanceledException) when (Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Release(null);
            throw new HostException(_options.Host, $"the connection is gone: {LostReason}.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Release(null);
            throw;
        }
    }

    /// <summary>Ends what still runs on it, while it can still be told to.</summary>
    public Task EndProcessesAsync() => Task.WhenAll(Processes().Select(static process => process.DisposeAsync().AsTask()));

    /// <summary>Closes it; what runs on it ends. Not for ever, whatever the peer does.</summary>
    public async ValueTask DisposeAsync()
    {
        var living = Lose("it was closed");
        if (living)
        {
            await _lost.CancelAsync().ConfigureAwait(false);
        }

        await _heartbeat.ConfigureAwait(false);
        var ending = living ? EndProcessesAsync() : Task.WhenAll(Processes().Select(static process => process.BreakAsync()));
        await Task.WhenAny(ending, Task.Delay(Patience)).ConfigureAwait(false);

        // Disconnecting waits for the peer, which may be frozen.
        await Task.WhenAny(Task.Run(Disconnect), Task.Delay(Patience)).ConfigureAwait(false);
    }

    // Whoever gives up early leaves a process that must not stay.
    private async Task<SshProcess> AwaitAsync(Task<SshProcess> starting, CancellationToken cancellationToken)
    {
        try
        {
            return await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ = AbandonAsync(starting);
            throw;
        }
    }

    private async Task AbandonAsync(Task<SshProcess> starting)
    {
        await ((Task)starting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (starting.IsCompletedSuccessfully)
        {
            await (await starting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            Release(null);
        }
    }

    private void Release(SshProcess? process)
    {
        lock (_lock)
        {
            _channels--;
            if (process is not null)
            {
                _processes.Remove(process);
            }
        }
    }

    private SshProcess[] Processes()
    {
        lock (_lock)
        {
            return [.. _processes];
        }
    }

    private void Disconnect()
    {
        _client.Dispose();
        foreach (var jump in _jumps.Reverse())
        {
            jump.Dispose();
        }
    }

    private bool Lose(string reason)
    {
        lock (_lock)
        {
            var first = LostReason is null;
            LostReason ??= reason;
            return first;
        }
    }

    private void Break(string reason)
    {
        if (Lose(reason))
        {
            // Never on the thread that noticed it, which may be the one that SSH.NET reads with.
            _ = _lost.CancelAsync();
            _ = Task.Run(() =>
            {
                SshSocket.Abort(_client);
                _gone(this);
            });
        }
    }

    // A frozen peer closes nothing and the keep-alive of SSH.NET does not notice it: one channel is asked to echo a line.
    private async Task WatchAsync()
    {
        try
        {
            var line = new ShellLine(ShellText.Command(new HostCommand("cat", []), "heartbeat", sudo: false), "heartbeat");
            var echo = await SshProcess.StartAsync(_client, line, SshProcessEnd.None, Lost).ConfigureAwait(false);
            await using (echo.ConfigureAwait(false))
            {
                Break(await BeatAsync(echo).ConfigureAwait(false));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SshException or ObjectDisposedException or InvalidOperationException)
        {
            Break(failure.Message);
        }
    }

    /// <returns>Why it has no more beats.</returns>
    private async Task<string> BeatAsync(SshProcess echo)
    {
        try
        {
            var beat = new byte[1];
            while (true)
            {
                await Task.Delay(_options.Heartbeat, _options.TimeProvider, Lost).ConfigureAwait(false);
                using var deadline = new CancellationTokenSource(_options.Heartbeat, _options.TimeProvider);
                using var ending = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, Lost);
                await echo.Stdin.WriteAsync(beat, ending.Token).ConfigureAwait(false);
                await echo.Stdin.FlushAsync(ending.Token).ConfigureAwait(false);
                await echo.Stdout.ReadExactlyAsync(beat, ending.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            return $"the host did not answer for {_options.Heartbeat.TotalSeconds:0.#} s";
        }
        catch (Exception failure) when (failure is IOException or SshException or ObjectDisposedException or InvalidOperationException)
        {
            return failure.Message;
        }
    }
}

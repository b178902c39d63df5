using System.Security.Cryptography;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace QemuDsl.Ssh;

/// <summary>One connection: a limited number of channels, a heartbeat, and an end that everybody on it is told of.</summary>
internal sealed class SshConnection : IAsyncDisposable
{
    // sshd allows 10 (MaxSessions); beyond the client's own limit SSH.NET would block a thread. Room stays for the heartbeat.
    private const int MostChannels = 8;

    private readonly SshClient _client;
    private readonly IReadOnlyList<IDisposable> _jumps;
    private readonly SshHostOptions _options;
    private readonly CancellationTokenSource _lost = new();
    private readonly HashSet<SshProcess> _processes = [];
    private readonly Lock _lock = new();
    private readonly SshProcessEnd _end;
    private readonly Task _heartbeat;
    private int _channels;

    private SshConnection(
        SshClient client, IReadOnlyList<IDisposable> jumps, SshHostOptions options, Func<RemoteProcess, Task> killAsync)
    {
        _end = new SshProcessEnd(Release, killAsync);
        _client = client;
        _jumps = jumps;
        _options = options;
        Lost = _lost.Token;
        _client.ErrorOccurred += (_, failure) => Lose(failure.Exception.Message);
        _heartbeat = WatchAsync();
    }

    /// <summary>Cancelled when the connection is gone.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Why it is gone.</summary>
    public string? LostReason { get; private set; }

    public static async Task<SshConnection> OpenAsync(
        SshHostOptions options, Func<RemoteProcess, Task> killAsync, CancellationToken cancellationToken)
    {
        var (client, jumps) = await SshConnector.ConnectAsync(options, cancellationToken).ConfigureAwait(false);
        return new SshConnection(client, jumps, options, killAsync);
    }

    /// <summary>Takes a channel; false when all are in use or the connection is gone.</summary>
    public bool TryTake()
    {
        // The peer may have closed it between two commands.
        if (!_client.IsConnected)
        {
            Lose("the connection was closed");
        }

        lock (_lock)
        {
            if (Lost.IsCancellationRequested || _channels == MostChannels)
            {
                return false;
            }

            _channels++;
            return true;
        }
    }

    /// <summary>Starts a process on a channel that was taken.</summary>
    public async Task<SshProcess> StartAsync(HostCommand command, CancellationToken cancellationToken)
    {
        var mark = RandomNumberGenerator.GetHexString(32, lowercase: true);
        try
        {
            var starting = SshProcess.StartAsync(_client, ShellText.Command(command, mark, _options.Sudo), mark, _end, Lost);
            var process = await AwaitAsync(starting, cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                _processes.Add(process);
            }

            return process;
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
    }

    /// <summary>Ends what still runs on it, while it can still be told to.</summary>
    public Task EndProcessesAsync() => Task.WhenAll(Processes().Select(static process => process.DisposeAsync().AsTask()));

    public async ValueTask DisposeAsync()
    {
        Lose("it was closed");
        await _heartbeat.ConfigureAwait(false);
        await EndProcessesAsync().ConfigureAwait(false);

        // Disconnecting waits for the peer, which may be frozen.
        await Task.Run(() =>
        {
            _client.Dispose();
            foreach (var jump in _jumps.Reverse())
            {
                jump.Dispose();
            }
        }).ConfigureAwait(false);
        _lost.Dispose();
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

    private void Lose(string reason)
    {
        lock (_lock)
        {
            if (Lost.IsCancellationRequested)
            {
                return;
            }

            LostReason = reason;
        }

        _lost.Cancel();
    }

    // A frozen peer closes nothing and the keep-alive of SSH.NET does not notice it: one channel is asked to echo a line.
    private async Task WatchAsync()
    {
        try
        {
            var echo = await SshProcess.StartAsync(
                _client, ShellText.Command(new HostCommand("cat", []), "heartbeat", sudo: false), "heartbeat", SshProcessEnd.None, Lost).ConfigureAwait(false);
            await using (echo.ConfigureAwait(false))
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
        }
        catch (OperationCanceledException)
        {
            Lose($"the host did not answer for {_options.Heartbeat.TotalSeconds:0.#} s");
        }
        catch (Exception failure) when (failure is IOException or SshException or ObjectDisposedException or InvalidOperationException)
        {
            Lose(failure.Message);
        }
    }
}

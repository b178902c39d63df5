using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace QemuDsl.Ssh.Tests;

/// <summary>Stands between client and server: it can hold every byte back for a while, swallow all of them, or cut the line.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private static readonly TimeSpan TimerResolution = TimeSpan.FromMilliseconds(2);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Socket> _sockets = [];
    private readonly int _target;
    private readonly Task _accepting;
    private readonly TimeSpan _delay;
    private volatile bool _frozen;
    private bool _disposed;

    public TcpProxy(int target, TimeSpan delay = default)
    {
        _target = target;
        _delay = delay;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How many connections have come so far.</summary>
    public int Connections
    {
        get
        {
            lock (_sockets)
            {
                return _sockets.Count / 2;
            }
        }
    }

    /// <summary>From now on nothing gets through, and nobody is told.</summary>
    public void Freeze() => _frozen = true;

    /// <summary>Closes every connection without a word.</summary>
    public void Cut()
    {
        lock (_sockets)
        {
            foreach (var socket in _sockets)
            {
                socket.Close(0);
            }
        }
    }

    /// <summary>Closes one connection without a word, by the order of their coming.</summary>
    public void Cut(int connection)
    {
        lock (_sockets)
        {
            _sockets[2 * connection].Close(0);
            _sockets[(2 * connection) + 1].Close(0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        await _end.CancelAsync();
        _listener.Dispose();
        Cut();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptSocketAsync(_end.Token);
            var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            client.NoDelay = true;
            lock (_sockets)
            {
                _sockets.AddRange([client, server]);
            }

            await server.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
            _ = CopyAsync(client, server);
            _ = CopyAsync(server, client);
        }
    }

    private TimeSpan Left(long arrived) => _delay - Stopwatch.GetElapsedTime(arrived);

    private async Task CopyAsync(Socket from, Socket to)
    {
        // Bytes wait in line, each for the whole delay: a line that is long, not one that is slow.
        var line = Channel.CreateUnbounded<(byte[] Bytes, long Arrived)>();
        var sending = SendAsync(line.Reader, to);
        try
        {
            var buffer = new byte[64 * 1024];
            for (int count; (count = await from.ReceiveAsync(buffer, _end.Token)) > 0;)
            {
                line.Writer.TryWrite((buffer[..count], Stopwatch.GetTimestamp()));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut.
        }

        line.Writer.TryComplete();
        await sending;
    }

    private async Task SendAsync(ChannelReader<(byte[] Bytes, long Arrived)> line, Socket to)
    {
        try
        {
            await foreach (var (bytes, arrived) in line.ReadAllAsync(_end.Token))
            {
                while (_frozen || Left(arrived) > TimerResolution)
                {
                    await Task.Delay(_frozen ? 50 : 1, _end.Token);
                }

                // A timer would make the line a millisecond or two longer than it is said to be.
                while (Left(arrived) > TimeSpan.Zero)
                {
                    Thread.Yield();
                }

                await to.SendAsync(bytes, _end.Token);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut.
        }
    }
}

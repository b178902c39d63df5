using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QemuDsl.Ssh.Tests;

/// <summary>Takes connections, says one thing and nothing more.</summary>
internal sealed class SilentPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _sockets = [];
    private readonly Task _accepting;
    private volatile int _count;

    public SilentPeer(string greeting)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(Encoding.ASCII.GetBytes(greeting));
    }

    public int Port { get; }

    public Task HasComeAsync(int connections, CancellationToken cancellationToken) =>
        Runtime.Tests.Eventually.TrueAsync(() => _count >= connections, "it connects").WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _sockets.ForEach(static socket => socket.Dispose());
    }

    private async Task AcceptAsync(byte[] greeting)
    {
        while (true)
        {
            var socket = await _listener.AcceptSocketAsync();
            _sockets.Add(socket);
            await socket.SendAsync(greeting);
            _count++;
        }
    }
}

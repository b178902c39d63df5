using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QemuDsl.Runtime.Tests;

/// <summary>Listens on loopback and says a text to everybody: once, after which it hangs up, or for as long as somebody is there.</summary>
internal sealed class TalkingPeer : IAsyncDisposable
{
    public const string Address = "127.0.0.1";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly byte[] _text;
    private readonly bool _endless;
    private readonly Task _serving;

    public TalkingPeer(string text, bool endless = false)
    {
        _text = Encoding.ASCII.GetBytes(text);
        _endless = endless;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_ending.Token);
            try
            {
                do
                {
                    await client.GetStream().WriteAsync(_text, _ending.Token);
                }
                while (_endless);
            }
            catch (IOException)
            {
                // They hung up, as they must on one that never ends.
            }
        }
    }
}

using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>An agent that does what the test says, at the other end of a real UNIX socket.</summary>
internal sealed class FakeAgent : IAsyncDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<FakeAgent, Stream, string, Task> _answer;
    private readonly Task _serving;

    public FakeAgent(Func<FakeAgent, Stream, string, Task> answer)
    {
        _answer = answer;
        _listener.Bind(new UnixDomainSocketEndPoint(_folder.File("a")));
        _listener.Listen();
        _serving = ServeAsync();
        Client = new GuestAgentClient(ConnectAsync, Task.FromResult, TimeProvider.System) { Timeout = TimeSpan.FromSeconds(2) };
    }

    public GuestAgentClient Client { get; }

    public int Connections { get; private set; }

    public static Task SendAsync(Stream stream, string line) => stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n")).AsTask();

    /// <summary>Answers a mark as an agent does; false when the line is none.</summary>
    public static async Task<bool> SyncAsync(Stream stream, string line)
    {
        var text = line.TrimStart('\ufffd');
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.GetProperty("execute").GetString() != "guest-sync-delimited")
        {
            return false;
        }

        await stream.WriteAsync(new byte[] { 0xff });
        await SendAsync(stream, $$"""{"return": {{document.RootElement.GetProperty("arguments").GetProperty("id").GetInt64()}}}""");
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.Channel.DisposeAsync();
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        await _folder.DisposeAsync();
    }

    private async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_folder.File("a")), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var socket = await _listener.AcceptAsync(_end.Token);
            Connections++;
            await using var stream = new NetworkStream(socket);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            try
            {
                while (await reader.ReadLineAsync(_end.Token) is { } line)
                {
                    await _answer(this, stream, line);
                }
            }
            catch (IOException)
            {
                // The client has gone.
            }
        }
    }
}

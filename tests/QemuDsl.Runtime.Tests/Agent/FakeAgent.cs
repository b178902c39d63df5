using System.Collections.Concurrent;
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
    private readonly ConcurrentQueue<string> _heard = new();
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

    /// <summary>The first byte of each connection.</summary>
    public ConcurrentQueue<byte> FirstBytes { get; } = new();

    /// <summary>The commands it was asked, without marks.</summary>
    public IReadOnlyCollection<string> Heard => _heard;

    /// <summary>
    /// One that does what it is asked unless it <paramref name="isSilent"/>, and has files that never end. Whether its programs do is told by
    /// <paramref name="ends"/>.
    /// </summary>
    public static FakeAgent Willing(Func<string, bool> isSilent, bool ends = false) => new(async (_, stream, line) =>
    {
        if (!await SyncAsync(stream, line) && !isSilent(NameOf(line)))
        {
            await SendAsync(stream, $$"""{"return": {{Answer(NameOf(line), ends)}}}""");
        }
    });

    /// <summary>Waits until it was asked something.</summary>
    public Task HearsAsync(string command) => Eventually.TrueAsync(() => _heard.Contains(command), $"the agent is asked {command}");

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

    private static string Answer(string command, bool ends) => command switch
    {
        "guest-file-open" => "7",
        "guest-file-read" => """{"count": 1, "buf-b64": "eA==", "eof": false}""",
        "guest-file-write" => """{"count": 1, "eof": false}""",
        "guest-exec" => """{"pid": 5}""",
        "guest-exec-status" => ends ? """{"exited": true, "exitcode": 0}""" : """{"exited": false}""",
        "guest-fsfreeze-freeze" or "guest-fsfreeze-thaw" => "1",
        _ => "{}",
    };

    private static string NameOf(string line)
    {
        using var document = JsonDocument.Parse(line.TrimStart('\ufffd'));
        return document.RootElement.GetProperty("execute").GetString()!;
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
            await using var reader = new LineReader(stream, 1 << 26);
            try
            {
                for (var isFirst = true; await reader.ReadAsync(_end.Token) is { } bytes; isFirst = false)
                {
                    await TakeAsync(stream, bytes, isFirst);
                }
            }
            catch (IOException)
            {
                // The client has gone.
            }
        }
    }

    private async Task TakeAsync(Stream stream, byte[] bytes, bool isFirst)
    {
        if (isFirst)
        {
            FirstBytes.Enqueue(bytes[0]);
        }

        var line = Encoding.UTF8.GetString(bytes);
        if (NameOf(line) is not "guest-sync-delimited" and var name)
        {
            _heard.Enqueue(name);
        }

        await _answer(this, stream, line);
    }
}

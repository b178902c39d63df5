using System.Diagnostics;
using System.Net.Sockets;
using QemuDsl.TestKit;

namespace QemuDsl.Tests.Catalogue;

/// <summary>What a sample needs around QEMU: a folder, images, and the servers it talks to, all gone at the end.</summary>
internal sealed class Stage : IAsyncDisposable
{
    // qemu-img 7.2 times a key derivation for LUKS, and gives up when a busy machine let no measurable time pass in its thread.
    private const string NoTimeMeasured = "Unable to get accurate CPU usage";

    private readonly TempDirectory _folder = new();
    private readonly List<Process> _servers = [];
    private readonly List<Socket> _sockets = [];

    public string Folder => _folder.FullPath;

    public string Path(string name) => _folder.File(name);

    public string File(string name, int size = 0)
    {
        System.IO.File.WriteAllBytes(Path(name), new byte[size]);
        return Path(name);
    }

    public string Text(string name, string text)
    {
        System.IO.File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public async Task<string> ImageAsync(string name, params string[] arguments)
    {
        string[] all = ["create", "-q", .. arguments, Path(name), "8M"];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ChildProcess.RunAsync(Tools.Require("qemu-img"), all, TestContext.Current.CancellationToken);
                return Path(name);
            }
            catch (InvalidOperationException busy) when (attempt < 20 && busy.Message.Contains(NoTimeMeasured, StringComparison.Ordinal))
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    public async Task<string> PipeAsync(string name)
    {
        await ChildProcess.RunAsync(Tools.Require("mkfifo"), [Path(name)], TestContext.Current.CancellationToken);
        return Path(name);
    }

    /// <summary>A UNIX socket that takes connections and says nothing.</summary>
    public string Listener(string name)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _sockets.Add(socket);
        socket.Bind(new UnixDomainSocketEndPoint(Path(name)));
        socket.Listen();
        return Path(name);
    }

    /// <summary>Starts a server and waits until its socket is there.</summary>
    public async Task<string> ServerAsync(string socket, string program, params string[] arguments)
    {
        using var watcher = new FileSystemWatcher(Folder, socket);
        var appeared = new TaskCompletionSource();
        watcher.Created += (_, _) => appeared.TrySetResult();
        watcher.EnableRaisingEvents = true;
        var start = new ProcessStartInfo(Tools.Require(program), arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        var server = Process.Start(start)!;
        _servers.Add(server);
        await appeared.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return Path(socket);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }

        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }

        _folder.Dispose();
    }
}

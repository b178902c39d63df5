using System.Net.Sockets;
using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

/// <summary>A socket of the other machine is reached with whatever program that has for it.</summary>
public sealed class RemoteSocketTests(SshServer server) : IAsyncLifetime
{
    private readonly TempDirectory _folder = new();
    private SshHost? _host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _host = new SshHost(server.Require().Options());
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("socat")]
    [InlineData("python3")]
    [InlineData("perl")]
    [InlineData("nc")]
    public async Task Socket_is_reached_with_the_program_there_is(string program)
    {
        OnlyWith(program, RequireProgram(program));
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = _folder.File("socket");

        // It sets out before anybody listens.
        var opening = OpenAsync(RemoteSocket.Unix(path, wait: true));
        await Task.Delay(100, Token);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        using var peer = await listener.AcceptAsync(Token);
        await using var stream = await opening;
        await stream.WriteAsync("ping"u8.ToArray(), Token);
        await stream.FlushAsync(Token);
        var ping = new byte[4];
        Assert.Equal(4, await peer.ReceiveAsync(ping, Token));
        await peer.SendAsync("pong"u8.ToArray(), Token);
        await stream.ReadExactlyAsync(ping, Token);

        Assert.Equal("pong"u8.ToArray(), ping);
        Assert.Contains(program, await RunsAsync(path), StringComparison.Ordinal);
        await stream.DisposeAsync();
        Assert.Equal(0, await peer.ReceiveAsync(ping, Token));
    }

    // What a console says to nobody is lost, and these two say nothing when they are connected.
    [Theory]
    [InlineData("socat")]
    [InlineData("nc")]
    public async Task Socket_is_open_once_it_is_connected_however_long_a_program_takes_and_what_the_peer_says_first_is_heard(string program)
    {
        OnlyWith(program, RequireProgram(program), delay: "2");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = _folder.File("socket");
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();

        var opening = OpenAsync(RemoteSocket.Unix(path, wait: true));
        var accepting = listener.AcceptAsync(Token).AsTask();
        await Task.WhenAny(opening, accepting);
        using var peer = await accepting.WaitAsync(TimeSpan.FromSeconds(1), Token);
        await peer.SendAsync("first"u8.ToArray(), Token);
        await using var stream = await opening;
        await peer.SendAsync(" second"u8.ToArray(), Token);
        var said = new byte["first second".Length];
        await stream.ReadExactlyAsync(said, Token);

        Assert.Equal("first second"u8.ToArray(), said);
    }

    [Fact]
    public async Task Peer_that_speaks_without_end_before_anybody_tells_of_the_connection_is_given_up()
    {
        var process = await _host!.StartProcessAsync(new HostCommand("yes", []), Token);

        var failure = await Assert.ThrowsAsync<HostException>(() => RemoteSocket.Unix("/run/sock", wait: true).OpenAsync("lab", process, Token));

        Assert.Contains("/run/sock says more than 16777216 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("socat")]
    [InlineData("python3")]
    [InlineData("perl")]
    [InlineData("nc")]
    [InlineData("none")]
    public async Task Socket_where_nobody_listens_is_told(string program)
    {
        OnlyWith(program, program == "none" ? null : RequireProgram(program));
        var path = _folder.File("stale");
        using (var left = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            left.Bind(new UnixDomainSocketEndPoint(_folder.File("moved")));
            File.Move(_folder.File("moved"), path);
        }

        var failure = await Assert.ThrowsAsync<HostException>(() => OpenAsync(RemoteSocket.Unix(path, wait: false)));

        Assert.Contains(program == "none" ? "socat, python3, perl or OpenBSD's nc is needed" : $"nobody listens at {path}", failure.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        await _folder.DisposeAsync();
    }

    // Not every nc can do it.
    private static string RequireProgram(string program)
    {
        if (program == "nc" && Tools.Find("nc.openbsd") is null)
        {
            Missing.Report("OpenBSD's nc is not installed: apt-get install netcat-openbsd");
        }

        return program == "nc" ? Tools.Require("nc.openbsd") : Tools.Require(program);
    }

    // A directory with what every host has and that program, which keeps the PATH it is used to.
    private void OnlyWith(string program, string? path, string delay = "0")
    {
        Directory.CreateDirectory(_folder.File("bin"));
        foreach (var tool in (string[])["sh", "sleep", "grep"])
        {
            File.CreateSymbolicLink(_folder.File($"bin/{tool}"), Tools.Require(tool));
        }

        if (path is not null)
        {
            var script = _folder.File($"bin/{program}");
            File.WriteAllText(script, $"#!/bin/sh\nsleep {delay}\nPATH='{Environment.GetEnvironmentVariable("PATH")}' exec '{path}' \"$@\"\n");
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private async Task<Stream> OpenAsync(RemoteSocket socket)
    {
        string[] command = ["env", $"PATH={_folder.File("bin")}", socket.Command.Program, .. socket.Command.Arguments];
        var process = await _host!.StartProcessAsync(new HostCommand(command[0], command[1..]), Token);
        return await socket.OpenAsync("lab", process, Token);
    }

    private static async Task<string> RunsAsync(string path)
    {
        await Runtime.Tests.Eventually.TrueAsync(() => Runtime.Tests.Processes.Using(path).Count > 0, "it runs");
        return string.Join(' ', Runtime.Tests.Processes.Using(path));
    }
}

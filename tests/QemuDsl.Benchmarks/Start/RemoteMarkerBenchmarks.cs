using System.Net;
using System.Net.Sockets;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using QemuDsl.Runtime;
using QemuDsl.Ssh;
using QemuDsl.Ssh.Tests;
using QemuDsl.TestKit;

namespace QemuDsl.Benchmarks.Start;

/// <summary>
/// From the marker's bytes on a serial socket of a host that is 50 ms of round trip away to the wait's completion; the rival is a bare
/// connection over the same line.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, iterationCount: 40, warmupCount: 5)]
[MinColumn]
[Config(typeof(Percentiles))]
public class RemoteMarkerBenchmarks : MarkerRace
{
    private static readonly TimeSpan OneWay = TimeSpan.FromMilliseconds(25);

    private readonly TempDirectory _folder = new();
    private readonly TcpListener _rival = new(IPAddress.Loopback, 0);
    private SshDaemon _sshd = null!;
    private TcpProxy _line = null!;
    private TcpProxy _rivalsLine = null!;
    private SshHost _host = null!;
    private Socket _listener = null!;

    [GlobalSetup]
    public async Task Connect()
    {
        foreach (var key in (string[])["host", "user"])
        {
            await ChildProcess.RunAsync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", _folder.File(key)]).ConfigureAwait(false);
        }

        _sshd = await SshDaemon.StartAsync(
            Tools.Require("sshd"), _folder.File("config"), $"HostKey {_folder.File("host")}\nAuthorizedKeysFile {_folder.File("user.pub")}\n").ConfigureAwait(false);
        _line = new TcpProxy(_sshd.Port, OneWay);
        _rival.Start();
        _rivalsLine = new TcpProxy(((IPEndPoint)_rival.LocalEndpoint).Port, OneWay);
        var known = string.Join(' ', (await File.ReadAllTextAsync(_folder.File("host.pub")).ConfigureAwait(false)).Split(' ').Take(2));
        await File.WriteAllTextAsync(_folder.File("known"), $"[127.0.0.1]:{_line.Port} {known}\n").ConfigureAwait(false);
        _host = new SshHost(new SshHostOptions
        {
            Host = "127.0.0.1", Port = _line.Port, User = Environment.UserName, IdentityFiles = [_folder.File("user")],
            KnownHostsFiles = [_folder.File("known")], UseAgent = false, ConfigFile = "",
        });
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint(_folder.File("serial")));
        _listener.Listen();
        await _host.ConnectAsync().ConfigureAwait(false);
    }

    [IterationSetup(Target = nameof(RawLoop))]
    public void Dial()
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.Connect(IPAddress.Loopback, _rivalsLine.Port);
        var guest = _rival.AcceptSocket();
        guest.NoDelay = true;
        Use(guest, new NetworkStream(client, ownsSocket: true));
    }

    [IterationSetup(Target = nameof(Wait))]
    public void Subscribe()
    {
        var connecting = _host.ConnectAsync(_folder.File("serial"));
        var guest = _listener.Accept();
        Use(guest, connecting.GetAwaiter().GetResult());
        Listen();
        Thread.Sleep(4 * OneWay);
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await _host.DisposeAsync().ConfigureAwait(false);
        await _line.DisposeAsync().ConfigureAwait(false);
        await _rivalsLine.DisposeAsync().ConfigureAwait(false);
        _rival.Dispose();
        _listener.Dispose();
        await _sshd.DisposeAsync().ConfigureAwait(false);
        await _folder.DisposeAsync().ConfigureAwait(false);
    }
}

using System.Net;
using System.Net.Sockets;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using QemuDsl.Runtime;
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
    private readonly TempDirectory _folder = new();
    private readonly TcpListener _rival = new(IPAddress.Loopback, 0);
    private FarHost _far = null!;
    private TcpProxy _rivalsLine = null!;
    private Socket _listener = null!;

    [GlobalSetup]
    public async Task Connect()
    {
        _far = await FarHost.ConnectAsync(_folder).ConfigureAwait(false);
        _rival.Start();
        _rivalsLine = new TcpProxy(((IPEndPoint)_rival.LocalEndpoint).Port, FarHost.OneWay);
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint(_folder.File("serial")));
        _listener.Listen();
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
        var connecting = _far.Host.ConnectAsync(_folder.File("serial"));
        var guest = _listener.Accept();
        Use(guest, connecting.GetAwaiter().GetResult());
        Listen();
        Thread.Sleep(4 * FarHost.OneWay);
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await _far.DisposeAsync().ConfigureAwait(false);
        await _rivalsLine.DisposeAsync().ConfigureAwait(false);
        _rival.Dispose();
        _listener.Dispose();
        await _folder.DisposeAsync().ConfigureAwait(false);
    }
}

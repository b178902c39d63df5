using System.Net.Sockets;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using QemuDsl.TestKit;

namespace QemuDsl.Benchmarks.Start;

/// <summary>From the marker's bytes on the serial socket to the wait's completion, against a loop that reads the same socket.</summary>
[SimpleJob(RunStrategy.Monitoring, iterationCount: 200, warmupCount: 20)]
[MinColumn]
[Config(typeof(Percentiles))]
public class MarkerBenchmarks : MarkerRace
{
    private readonly TempDirectory _folder = new();
    private Socket _listener = null!;

    [GlobalSetup]
    public void Open()
    {
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint(_folder.File("serial")));
        _listener.Listen();
    }

    [IterationSetup(Target = nameof(RawLoop))]
    public void Connect()
    {
        var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        client.Connect(new UnixDomainSocketEndPoint(_folder.File("serial")));
        Use(_listener.Accept(), new NetworkStream(client, ownsSocket: true));
    }

    [IterationSetup(Target = nameof(Wait))]
    public void Subscribe()
    {
        Connect();
        Listen();
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _listener.Dispose();
        _folder.Dispose();
    }
}

using System.Net.Sockets;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Benchmarks.Start;

/// <summary>From the marker's bytes on the serial socket to the wait's completion, against a loop that reads the same socket.</summary>
[SimpleJob(RunStrategy.Monitoring, iterationCount: 200, warmupCount: 20)]
[MinColumn]
[Config(typeof(Percentiles))]
public class MarkerBenchmarks
{
    private static readonly byte[] Marker = Encoding.ASCII.GetBytes("tiny-linux ready\n");

    private readonly TempDirectory _folder = new();
    private Socket _listener = null!;
    private Socket _guest = null!;
    private NetworkStream _stream = null!;
    private SerialConsole? _console;
    private SerialMatch? _match;

    [GlobalSetup]
    public void Listen()
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
        _guest = _listener.Accept();
        _stream = new NetworkStream(client, ownsSocket: true);
    }

    [IterationSetup(Target = nameof(Wait))]
    public void Subscribe()
    {
        Connect();
        _console = new SerialConsole(_stream, 64 * 1024);
        _match = new SerialMatch(Boot.Pattern("tiny-linux ready"));
        _console.Add(_match);
    }

    [Benchmark(Baseline = true)]
    public async Task RawLoop()
    {
        var reading = _stream.ReadAsync(new byte[4096]).AsTask();
        _guest.Send(Marker);
        await reading.ConfigureAwait(false);
    }

    [Benchmark]
    public async Task Wait()
    {
        _guest.Send(Marker);
        await _match!.Found.ConfigureAwait(false);
    }

    [IterationCleanup]
    public void Close()
    {
        _guest.Dispose();
        _console?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _console = null;
        _stream.Dispose();
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _listener.Dispose();
        _folder.Dispose();
    }
}

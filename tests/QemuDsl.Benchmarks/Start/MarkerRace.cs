using System.Net.Sockets;
using System.Text;
using BenchmarkDotNet.Attributes;
using QemuDsl.Runtime;

namespace QemuDsl.Benchmarks.Start;

/// <summary>From the marker's bytes to whoever waits for it: a bare read of the stream, and the wait.</summary>
public abstract class MarkerRace
{
    private static readonly byte[] Marker = Encoding.ASCII.GetBytes("tiny-linux ready\n");

    private Socket _guest = null!;
    private Stream _stream = null!;
    private SerialConsole? _console;
    private SerialMatch? _match;

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

    /// <summary>The two ends of a console.</summary>
    protected void Use(Socket guest, Stream stream)
    {
        _guest = guest;
        _stream = stream;
    }

    /// <summary>Reads the stream as a console, and waits for the marker.</summary>
    protected void Listen()
    {
        _console = new SerialConsole(_stream, 64 * 1024);
        _match = new SerialMatch(Boot.Pattern("tiny-linux ready"));
        _console.Add(_match);
    }
}

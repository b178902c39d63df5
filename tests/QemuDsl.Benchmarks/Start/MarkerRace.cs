using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using BenchmarkDotNet.Attributes;
using QemuDsl.Runtime;

namespace QemuDsl.Benchmarks.Start;

/// <summary>From the marker's bytes to whoever waits for it: a bare read of the stream, and the wait of a VM, which listens for signs of failure, too.</summary>
public abstract class MarkerRace
{
    private static readonly byte[] Marker = Encoding.ASCII.GetBytes("tiny-linux ready\n");

    private Socket _guest = null!;
    private Stream _stream = null!;
    private SerialConsole? _console;
    private QmpClient? _qmp;
    private Task _waiting = Task.CompletedTask;

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
        await _waiting.ConfigureAwait(false);
    }

    [IterationCleanup]
    public void Close()
    {
        _guest.Dispose();
        _console?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _qmp?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        (_console, _qmp) = (null, null);
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
        _qmp = new QmpClient(new Pipe().Reader.AsStream(), Stream.Null, static end => Task.FromResult(end));
        var context = new BootContext(_console, new ConsolePlan(ConsoleChoice.Added), _qmp, TimeProvider.System) { Network = null! };
        _waiting = new BootRunner(context, BootFailureSigns.Default, new TaskCompletionSource<VmExit>().Task, static () => "")
            .RunAsync(Boot.UntilSerial("tiny-linux ready"), TimeSpan.FromMinutes(1), CancellationToken.None);
    }
}

using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Benchmarks.Running;

/// <summary>
/// Fifty boot sectors at once, from the first start to the last marker, against a shell that starts the same fifty in the background: without
/// monitors, and with the two that each of ours has. Warmed up until what is started by it is compiled for good.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, iterationCount: 11, warmupCount: 8)]
[MedianColumn]
public class FiftyBenchmarks
{
    private const int Count = 50;

    // The serial port of each is a file, which the benchmark looks at as a script would.
    private const string Loop =
        """
        COUNT=$1 FOLDER=$2; shift 2
        number=0
        while [ $number -lt $COUNT ]; do number=$((number + 1)); "$@" -serial "file:$FOLDER/$number" & done
        wait
        """;

    private const string LoopWithMonitors =
        """
        COUNT=$1 FOLDER=$2; shift 2
        number=0
        while [ $number -lt $COUNT ]; do
            number=$((number + 1))
            "$@" -serial "file:$FOLDER/$number" \
                -chardev "socket,id=qmp,path=$FOLDER.$number.qmp,server=on,wait=off" -mon chardev=qmp,mode=control \
                -chardev "socket,id=ctl,path=$FOLDER.$number.ctl,server=on,wait=off" -mon chardev=ctl,mode=control &
        done
        wait
        """;

    private readonly TempDirectory _folder = new();
    private readonly LocalHost _host = new();
    private string[] _arguments = [];
    private VirtualMachine[] _vms = [];
    private Process? _shell;

    [GlobalSetup]
    public void Setup()
    {
        var guest = MarkerGuests.BootSector();
        _arguments = ["-nodefaults", "-no-user-config", "-display", "none", "-accel", "tcg", "-machine", "pc", .. guest.BootArguments(guest.WriteTo(_folder.FullPath))];
    }

    [Benchmark(Baseline = true)]
    public void ShellLoop() => Run(Loop);

    [Benchmark]
    public void ShellLoopWithMonitors() => Run(LoopWithMonitors);

    [Benchmark]
    public async Task Ours() => _vms = await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => _host.StartAsync(
        new RawCommand("qemu-system-x86_64", _arguments),
        new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker), StartTimeout = TimeSpan.FromMinutes(2) }))).ConfigureAwait(false);

    [IterationCleanup]
    public void Stop()
    {
        Task.WhenAll(_vms.Select(static vm => vm.DisposeAsync().AsTask())).GetAwaiter().GetResult();
        _vms = [];
        _shell?.Kill(entireProcessTree: true);
        _shell?.Dispose();
        _shell = null;
    }

    [GlobalCleanup]
    public void Cleanup() => _folder.Dispose();

    private void Run(string loop)
    {
        var serial = Directory.CreateDirectory(_folder.File($"serial-{Guid.NewGuid():N}"));
        _shell = Process.Start(new ProcessStartInfo(
            "/bin/sh", ["-c", loop, "sh", $"{Count}", serial.FullName, "qemu-system-x86_64", .. _arguments]))!;
        while (Directory.GetFiles(serial.FullName).Count(IsReady) < Count)
        {
            Thread.Sleep(5);
        }
    }

    private static bool IsReady(string file) => File.ReadAllText(file).Contains(MarkerGuests.Marker, StringComparison.Ordinal);
}

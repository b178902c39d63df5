using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using QemuDsl.TestKit;

namespace QemuDsl.Benchmarks.Start;

/// <summary>From <c>kill -9</c> of the owner to the end of its QEMU and run directory, against the end of a bare child by its own kill.</summary>
[SimpleJob(RunStrategy.Monitoring, iterationCount: 20, warmupCount: 2)]
[MedianColumn]
[MaxColumn]
public class LeaseBenchmarks
{
    private readonly TempDirectory _folder = new();
    private Process _owner = null!;
    private Process _qemu = null!;
    private string _runDirectory = "";

    [IterationSetup]
    public void Start()
    {
        var guest = MarkerGuests.BootSector();
        string[] command = ["-nodefaults", "-no-user-config", "-display", "none", "-accel", "tcg", "-machine", "pc", .. guest.BootArguments(guest.WriteTo(_folder.FullPath))];
        var holder = Path.Combine(AppContext.BaseDirectory, "LeaseHolder");
        _owner = Process.Start(new ProcessStartInfo(holder, [_folder.File("run"), "1", "qemu-system-x86_64", .. command]) { RedirectStandardOutput = true })!;
        var (pid, directory) = _owner.StandardOutput.ReadLine()!.Split(' ', 2) is [var number, var path] ? (number, path) : throw new InvalidOperationException();
        _qemu = Process.GetProcessById(int.Parse(pid, System.Globalization.CultureInfo.InvariantCulture));
        _runDirectory = directory;
    }

    [Benchmark(Baseline = true)]
    public void BareKill()
    {
        _qemu.Kill();
        _qemu.WaitForExit();
    }

    [Benchmark]
    public void OwnerKilled()
    {
        _owner.Kill();
        while (Directory.Exists(_runDirectory) || !_qemu.HasExited)
        {
            Thread.Sleep(1);
        }
    }

    [IterationCleanup]
    public void Stop()
    {
        _owner.Kill();
        _owner.WaitForExit();
        while (Directory.Exists(_runDirectory))
        {
            Thread.Sleep(1);
        }

        _owner.Dispose();
        _qemu.Dispose();
    }

    [GlobalCleanup]
    public void Cleanup() => _folder.Dispose();
}

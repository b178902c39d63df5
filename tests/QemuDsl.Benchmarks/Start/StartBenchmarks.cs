using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Benchmarks.Start;

/// <summary>From the call to the guest's first words, against a bare exec of the same QEMU that reads the same words.</summary>
[SimpleJob(RunStrategy.Monitoring, iterationCount: 20, warmupCount: 3)]
[MedianColumn]
public class StartBenchmarks
{
    private readonly TempDirectory _folder = new();
    private readonly LocalHost _host = new();
    private string[] _arguments = [];
    private VirtualMachine? _vm;
    private Process? _bare;

    [Params("pc", "microvm")]
    public string Machine { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var guest = Machine == "pc" ? MarkerGuests.BootSector() : MarkerGuests.Rom();
        _arguments = ["-nodefaults", "-no-user-config", "-display", "none", "-accel", "tcg", "-machine", Machine, .. guest.BootArguments(guest.WriteTo(_folder.FullPath))];
    }

    [Benchmark(Baseline = true)]
    public void BareExec()
    {
        _bare = Process.Start(new ProcessStartInfo("qemu-system-x86_64", [.. _arguments, "-serial", "stdio"]) { RedirectStandardOutput = true })!;
        var text = "";
        var buffer = new byte[4096];
        while (!text.Contains(MarkerGuests.Marker, StringComparison.Ordinal))
        {
            var count = _bare.StandardOutput.BaseStream.Read(buffer);
            text += System.Text.Encoding.ASCII.GetString(buffer, 0, count);
        }
    }

    [Benchmark]
    public async Task Ours() => _vm = await _host.StartAsync(
        new RawCommand("qemu-system-x86_64", _arguments), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) }).ConfigureAwait(false);

    [IterationCleanup]
    public void Stop()
    {
        _bare?.Kill();
        _bare?.Dispose();
        _bare = null;
        _vm?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _vm = null;
    }

    [GlobalCleanup]
    public void Cleanup() => _folder.Dispose();
}

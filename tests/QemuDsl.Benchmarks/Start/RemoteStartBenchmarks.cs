using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Benchmarks.Start;

/// <summary>
/// From the call to the guest's first words on a host that is 50 ms of round trip away; the rival is ssh(1) over a connection that is open, which runs
/// the same QEMU and reads the same words.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, iterationCount: 20, warmupCount: 3)]
[MedianColumn]
[Config(typeof(Percentiles))]
public class RemoteStartBenchmarks
{
    private readonly TempDirectory _folder = new();
    private FarHost _far = null!;
    private string[] _arguments = [];
    private VirtualMachine? _vm;
    private Process? _ssh;

    [GlobalSetup]
    public async Task Connect()
    {
        var guest = MarkerGuests.BootSector();
        _arguments = ["-nodefaults", "-no-user-config", "-display", "none", "-accel", "tcg", "-machine", "pc", .. guest.BootArguments(guest.WriteTo(_folder.FullPath))];
        _far = await FarHost.ConnectAsync(_folder).ConfigureAwait(false);
    }

    [Benchmark(Baseline = true)]
    public void OpenSsh()
    {
        _ssh = Process.Start(new ProcessStartInfo("ssh", [.. _far.ClientOptions, "exec", "qemu-system-x86_64", .. _arguments, "-serial", "mon:stdio"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        var text = "";
        var buffer = new byte[4096];
        while (!text.Contains(MarkerGuests.Marker, StringComparison.Ordinal))
        {
            var count = _ssh.StandardOutput.BaseStream.Read(buffer);
            ArgumentOutOfRangeException.ThrowIfZero(count);
            text += System.Text.Encoding.ASCII.GetString(buffer, 0, count);
        }
    }

    [Benchmark]
    public async Task Ours() => _vm = await _far.Host.StartAsync(
        new RawCommand("qemu-system-x86_64", _arguments), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) }).ConfigureAwait(false);

    [IterationCleanup]
    public void Stop()
    {
        if (_ssh is not null)
        {
            // Ctrl-A x: a QEMU that ssh(1) has started does not end with it.
            _ssh.StandardInput.Write("\u0001x");
            _ssh.StandardInput.Flush();
            _ssh.WaitForExit();
            _ssh.Dispose();
        }

        _ssh = null;
        _vm?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _vm = null;
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        if (_far.HasClient)
        {
            await ChildProcess.RunAsync("ssh", ["-O", "exit", .. _far.ClientOptions]).ConfigureAwait(false);
        }

        await _far.DisposeAsync().ConfigureAwait(false);
        await _folder.DisposeAsync().ConfigureAwait(false);
    }
}

using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>Tells everybody who wants to know which phase a start is in.</summary>
internal sealed class StartReport : IDisposable
{
    private readonly IVmHost _host;
    private readonly ILogger _logger;
    private readonly IProgress<BootProgress>? _progress;
    private readonly long _start;
    private readonly Activity? _activity = Telemetry.Source.StartActivity("qemu.start");
    private Exception? _failure;

    public StartReport(IVmHost host, ILogger logger, IQemuCommand command, IProgress<BootProgress>? progress)
    {
        _host = host;
        _logger = logger;
        _progress = progress;
        _start = host.TimeProvider.GetTimestamp();
        _activity?.SetTag(Telemetry.Host, host.Name).SetTag(Telemetry.Program, command.Program);
    }

    private TimeSpan Elapsed => _host.TimeProvider.GetElapsedTime(_start);

    public void Begin(BootPhase phase, string? detail = null)
    {
        var elapsed = Elapsed;
        Log.Phase(_logger, phase, elapsed);
        _activity?.AddEvent(new ActivityEvent(phase.ToString()));
        _progress?.Report(new BootProgress(phase, elapsed, detail));
    }

    public void BeginPaused(int pid)
    {
        _activity?.SetTag(Telemetry.Pid, pid);
        Begin(BootPhase.Paused, $"pid {pid}");
    }

    public void Fail(Exception failure)
    {
        _failure = failure;
        _activity?.Fail(failure);
    }

    public void Dispose()
    {
        Telemetry.Started(_host, Elapsed, _failure);
        _activity?.Dispose();
    }
}

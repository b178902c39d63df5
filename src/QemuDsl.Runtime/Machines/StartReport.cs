using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>Tells everybody who wants to know which phase a start is in.</summary>
internal sealed class StartReport(IVmHost host, ILogger logger, IProgress<BootProgress>? progress) : IDisposable
{
    private readonly long _start = host.TimeProvider.GetTimestamp();
    private readonly Activity? _activity = Telemetry.Source.StartActivity("qemu.start");

    public TimeSpan Elapsed => host.TimeProvider.GetElapsedTime(_start);

    public void Begin(BootPhase phase, string? detail = null)
    {
        var elapsed = Elapsed;
        Log.Phase(logger, phase, elapsed);
        _activity?.AddEvent(new ActivityEvent(phase.ToString()));
        progress?.Report(new BootProgress(phase, elapsed, detail));
    }

    public void Fail(Exception failure) => _activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);

    public void Dispose() => _activity?.Dispose();
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace QemuDsl.Runtime;

/// <summary>Names under which VMs are traced and measured; what they hold is told in <c>docs/telemetry.md</c>.</summary>
public static class Telemetry
{
    /// <summary>Name of the <see cref="ActivitySource"/>: one activity a start, a stop and a QMP command.</summary>
    public const string SourceName = "QemuDsl.Runtime";

    /// <summary>Name of the <see cref="Meter"/>: how long starts take and how many VMs there are.</summary>
    public const string MeterName = "QemuDsl.Runtime";

    internal const string Host = "qemu.host";
    internal const string Program = "qemu.program";
    internal const string Pid = "qemu.pid";
    internal const string Stage = "qemu.stop.stage";
    internal const string Command = "qemu.qmp.command";

    // OpenTelemetry's own name for it.
    internal const string Error = "error.type";

    internal static readonly ActivitySource Source = new(SourceName);

    private static readonly Meter Meter = new(MeterName);

    // A microvm takes 50 ms, a distribution under TCG minutes: the usual boundaries are for requests and end at ten seconds.
    private static readonly Histogram<double> StartDuration = Meter.CreateHistogram(
        "qemu.start.duration",
        "s",
        "How long starts took, until the guest was ready or the start had failed.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600] });

    private static readonly UpDownCounter<int> Count = Meter.CreateUpDownCounter<int>(
        "qemu.vm.count", "{vm}", "VMs that this process holds: started or attached to, and neither ended nor let go.");

    internal static void Counts(IVmHost host, int change)
    {
        if (Count.Enabled)
        {
            Count.Add(change, new KeyValuePair<string, object?>(Host, host.Name));
        }
    }

    internal static void Started(IVmHost host, TimeSpan duration, Exception? failure)
    {
        if (StartDuration.Enabled)
        {
            TagList tags = [new(Host, host.Name)];
            if (failure is not null)
            {
                tags.Add(Error, TypeOf(failure));
            }

            StartDuration.Record(duration.TotalSeconds, tags);
        }
    }

    /// <summary>Marks what failed. The type only: messages hold evidence, which is for logs and people.</summary>
    internal static void Fail(this Activity activity, Exception failure) =>
        activity.SetStatus(ActivityStatusCode.Error, failure.GetType().Name).SetTag(Error, TypeOf(failure));

    private static string? TypeOf(Exception failure) => failure.GetType().FullName;
}

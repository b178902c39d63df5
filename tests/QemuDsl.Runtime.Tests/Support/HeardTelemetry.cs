using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace QemuDsl.Runtime.Tests;

/// <summary>Hears what the runtime traces and measures below one activity; tests that run beside this one start VMs too.</summary>
internal sealed class HeardTelemetry : IDisposable
{
    private readonly Activity _parent = new Activity("test").Start();
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<Measurement> _measurements = new();
    private readonly ActivityListener _tracing;
    private readonly MeterListener _measuring;

    public HeardTelemetry()
    {
        _tracing = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Telemetry.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Keep(activity.TraceId, _activities, activity),
        };
        ActivitySource.AddActivityListener(_tracing);
        _measuring = new MeterListener { InstrumentPublished = Enable };
        _measuring.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _measuring.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _measuring.Start();
    }

    public IReadOnlyCollection<Activity> Activities => _activities;

    public IReadOnlyCollection<Measurement> Measurements => _measurements;

    public IEnumerable<Activity> Named(string name) => _activities.Where(activity => activity.OperationName == name);

    public IEnumerable<double> Values(string instrument) =>
        _measurements.Where(measured => measured.Instrument.Name == instrument).Select(static measured => measured.Value);

    public void Dispose()
    {
        _measuring.Dispose();
        _tracing.Dispose();
        _parent.Dispose();
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == Telemetry.MeterName)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Keep(Activity.Current?.TraceId, _measurements, new Measurement(instrument, value, [.. tags]));

    private void Keep<T>(ActivityTraceId? trace, ConcurrentQueue<T> all, T one)
    {
        if (trace == _parent.TraceId)
        {
            all.Enqueue(one);
        }
    }

    internal sealed record Measurement(Instrument Instrument, double Value, IReadOnlyList<KeyValuePair<string, object?>> Tags);
}

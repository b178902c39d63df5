using System.Diagnostics;

namespace QemuDsl.Runtime;

/// <summary>Names under which starts are traced.</summary>
public static class Telemetry
{
    /// <summary>Name of the <see cref="ActivitySource"/>: one activity a start, one event a phase.</summary>
    public const string SourceName = "QemuDsl.Runtime";

    internal static readonly ActivitySource Source = new(SourceName);
}

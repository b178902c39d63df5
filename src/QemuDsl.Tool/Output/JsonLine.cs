using System.Text.Encodings.Web;
using System.Text.Json;

namespace QemuDsl.Tool.Output;

/// <summary>One line of JSON about something that goes on, or that did not come about.</summary>
internal sealed record JsonLine
{
    // People read it, too, and no page of the web holds it.
    private static readonly JsonLines Plain = new(new JsonSerializerOptions(JsonLines.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A phase of a VM.</summary>
    public string? Phase { get; init; }

    /// <summary>When it was reached, from the start on.</summary>
    public double? Seconds { get; init; }

    /// <summary>What there is to say about it.</summary>
    public string? Detail { get; init; }

    /// <summary>What the guest wrote to its serial console.</summary>
    public string? Serial { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>The exit code; only in the last line.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The line, without its end.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Plain.JsonLine);
}

using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>What <c>summary.json</c> says.</summary>
internal sealed record ArtifactSummary(string Host, int Pid, QemuVersion? Version, string RunDirectory, TimeSpan Age)
{
    /// <summary>How it ended; null while it runs.</summary>
    public VmExit? Exit { get; init; }

    /// <summary>Why the artifacts were collected; null when somebody asked for them.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Why there is no picture of the screen; null when there is one.</summary>
    public string? NoScreenshot { get; init; }

    public long EventsLost { get; init; }

    public byte[] ToJson(Func<string, string> mask)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            WriteVm(writer);
            WriteExit(writer);
            if (Failure is not null)
            {
                writer.WriteStartObject("failure");
                writer.WriteString("type", Failure.GetType().Name);
                writer.WriteString("message", mask(Failure.Message));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private void WriteVm(Utf8JsonWriter writer)
    {
        writer.WriteString("host", Host);
        writer.WriteNumber("pid", Pid);
        writer.WriteString("version", Version?.ToString());
        writer.WriteString("runDirectory", RunDirectory);
        writer.WriteNumber("secondsSinceStart", Math.Round(Age.TotalSeconds, 3));
        writer.WriteNumber("eventsLost", EventsLost);
        writer.WriteString("noScreenshot", NoScreenshot);
    }

    private void WriteExit(Utf8JsonWriter writer)
    {
        writer.WriteString("state", Exit?.ToString() ?? "runs");
        if (Exit is null)
        {
            return;
        }

        writer.WriteStartObject("exit");
        writer.WriteString("reason", Exit.Reason.ToString());
        writer.WriteString("cause", Exit.Cause.ToString());
        if (Exit.Code is { } code)
        {
            writer.WriteNumber("code", code);
        }

        if (Exit.Signal is { } signal)
        {
            writer.WriteNumber("signal", signal);
        }

        writer.WriteEndObject();
    }
}

using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>
/// What another program needs to find a VM again. The supervisor writes it into the run directory, behind the process numbers it knows.
/// </summary>
internal static class VmState
{
    /// <summary>The last properties of the JSON object and its end, in one line.</summary>
    public static ReadOnlyMemory<byte> Write(
        RunFiles files, IQemuCommand command, ConsolePlan console, VmOptions options, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("name", options.Name);
            writer.WriteString("startedAt", now);
            if (options.Lifetime is { } lifetime)
            {
                writer.WriteString("endsAt", now + lifetime);
            }

            writer.WriteString("controlSocket", files.ControlSocket);
            if (console.Choice == ConsoleChoice.Added)
            {
                writer.WriteString("serialSocket", files.SerialSocket);
            }

            if (options.GuestAgent is { } agent)
            {
                writer.WriteString("agentSocket", files.AgentSocket);
                writer.WriteString("agentPort", agent.ToString());
            }

            writer.WriteString("program", command.Program);
            writer.WriteStartArray("arguments");
            foreach (var argument in MaskedCommand.Arguments(command))
            {
                writer.WriteStringValue(argument);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray().AsMemory("{".Length);
    }

    /// <summary>Reads such a file into what is known of a VM; null when it is none.</summary>
    public static VmEntry? Read(string text, VmEntry entry)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return entry with
            {
                Pid = root.GetProperty("pid").GetInt32(),
                ProcessStartTime = root.GetProperty("startTime").GetInt64(),
                BootId = root.GetProperty("bootId").GetString()!,
                Name = root.GetProperty("name").GetString(),
                StartedAt = root.GetProperty("startedAt").GetDateTimeOffset(),
                EndsAt = root.TryGetProperty("endsAt", out var end) ? end.GetDateTimeOffset() : null,
                GuestAgent = root.TryGetProperty("agentPort", out var agent) ? Enum.Parse<GuestAgentPort>(agent.GetString()!) : null,
                HasSerial = root.TryGetProperty("serialSocket", out _),
                Program = root.GetProperty("program").GetString()!,
                Arguments = [.. root.GetProperty("arguments").EnumerateArray().Select(static argument => argument.GetString()!)],
            };
        }
        catch (Exception failure) when (
            failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}

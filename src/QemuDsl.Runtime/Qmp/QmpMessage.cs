using System.Text;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>Reads and writes the lines of QMP.</summary>
internal static class QmpMessage
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 64 };

    public static JsonElement Parse(byte[] line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Limits);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new QmpProtocolException("a line is no JSON object", Beginning(line));
        }
        catch (JsonException failure)
        {
            throw new QmpProtocolException($"a line is no JSON QemuDsl reads ({failure.Message})", Beginning(line), failure);
        }
    }

    public static byte[] Command(string name, JsonElement arguments, long id)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("execute", name);
            if (arguments.ValueKind != JsonValueKind.Undefined)
            {
                writer.WritePropertyName("arguments");
                arguments.WriteTo(writer);
            }

            writer.WriteNumber("id", id);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    public static QmpEvent Event(JsonElement message, string name)
    {
        var data = message.TryGetProperty("data", out var value) ? value : default;
        return new QmpEvent(name, data, Timestamp(message));
    }

    private static DateTimeOffset Timestamp(JsonElement message) =>
        message.TryGetProperty("timestamp", out var stamp) && stamp.ValueKind == JsonValueKind.Object
        && stamp.TryGetProperty("seconds", out var seconds) && seconds.TryGetInt64(out var whole) && whole is >= 0 and < 253_402_300_800
        && stamp.TryGetProperty("microseconds", out var micros) && micros.TryGetInt64(out var part) && part is >= 0 and < 1_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(whole).AddMicroseconds(part)
            : default;

    private static string Beginning(byte[] line) => Encoding.UTF8.GetString(line.AsSpan(0, Math.Min(200, line.Length)));
}

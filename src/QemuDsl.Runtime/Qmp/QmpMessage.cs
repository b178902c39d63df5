using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace QemuDsl.Runtime;

/// <summary>Reads and writes the lines of QMP.</summary>
internal static class QmpMessage
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 64 };

    public static JsonElement Parse(byte[] line)
    {
        if (!Utf8.IsValid(line))
        {
            throw new QmpProtocolException("a line is no UTF-8", Beginning(line));
        }

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

    /// <summary>The version in a greeting.</summary>
    public static QemuVersion? Version(JsonElement greeting) =>
        greeting.ValueKind == JsonValueKind.Object && greeting.TryGetProperty("version", out var version)
        && version.ValueKind == JsonValueKind.Object && version.TryGetProperty("qemu", out var qemu)
        && qemu.ValueKind == JsonValueKind.Object
            ? new QemuVersion(Part(qemu, "major"), Part(qemu, "minor"), Part(qemu, "micro"))
            : null;

    private static DateTimeOffset Timestamp(JsonElement message) =>
        message.TryGetProperty("timestamp", out var stamp) && stamp.ValueKind == JsonValueKind.Object
        && Number(stamp, "seconds") is { } whole and >= 0 and < 253_402_300_800
        && Number(stamp, "microseconds") is { } part and >= 0 and < 1_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(whole).AddMicroseconds(part)
            : default;

    private static int Part(JsonElement version, string key) =>
        Number(version, key) is { } part and >= 0 and <= int.MaxValue ? (int)part : 0;

    private static long? Number(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;

    private static string Beginning(byte[] line) => Encoding.UTF8.GetString(line.AsSpan(0, Math.Min(200, line.Length)));
}

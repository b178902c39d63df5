using System.Text.Json;
using System.Text.Unicode;

namespace QemuDsl.Runtime;

/// <summary>Reads what the agent sends.</summary>
internal static class AgentAnswer
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    /// <summary>What a command returned.</summary>
    /// <exception cref="GuestAgentException">The agent refused it, or what came is no answer.</exception>
    public static JsonElement Of(AgentCommand command, byte[] line)
    {
        var answer = Parse(command, line);
        if (answer.TryGetProperty("return", out var result))
        {
            return result;
        }

        if (answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            throw GuestAgentException.Refused(command.Name, Text(error, "class"), Text(error, "desc"));
        }

        throw GuestAgentException.Protocol(command.Name, "a line is neither 'return' nor 'error'", Beginning(line));
    }

    /// <summary>Whether a line ends with the mark and the answer to it.</summary>
    public static bool IsMark(ReadOnlySpan<byte> line, byte mark, int number)
    {
        var at = line.LastIndexOf(mark);
        if (at < 0 || !Utf8.IsValid(line[(at + 1)..]))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(line[(at + 1)..].ToArray(), Limits);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("return", out var value)
                && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var answered) && answered == number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonElement Parse(AgentCommand command, byte[] line)
    {
        try
        {
            using var document = Utf8.IsValid(line) ? JsonDocument.Parse(line, Limits) : null;
            return document?.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw GuestAgentException.Protocol(command.Name, "a line is no JSON object", Beginning(line));
        }
        catch (JsonException failure)
        {
            throw GuestAgentException.Protocol(command.Name, $"a line is no JSON QemuDsl reads ({failure.Message})", Beginning(line));
        }
    }

    private static string Text(JsonElement error, string key)
    {
        try
        {
            return error.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape.
            return "";
        }
    }

    private static string Beginning(byte[] line) => System.Text.Encoding.UTF8.GetString(line, 0, Math.Min(line.Length, 200));
}

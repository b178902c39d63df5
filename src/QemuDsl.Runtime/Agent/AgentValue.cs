using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>A part of an answer, read with suspicion: the guest may send anything.</summary>
internal readonly struct AgentValue(string command, JsonElement value)
{
    /// <summary>A property; null when there is none.</summary>
    public AgentValue? this[string key] =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(key, out var property) && property.ValueKind != JsonValueKind.Null
            ? new AgentValue(command, property)
            : null;

    public AgentValue Required(string key) => this[key] ?? throw Wrong($"'{key}' is missing");

    public IEnumerable<AgentValue> Items()
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("a list was expected");
        }

        foreach (var item in value.EnumerateArray())
        {
            yield return new AgentValue(command, item);
        }
    }

    public string Text()
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong("a text was expected");
        }
        catch (InvalidOperationException)
        {
            throw Wrong("a text is no Unicode");
        }
    }

    public byte[] Bytes() => value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes)
        ? bytes
        : throw Wrong("base64 was expected");

    public long Number() => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
        ? number
        : throw Wrong("a number was expected");

    public int SmallNumber() => Number() is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw Wrong("a number is too large");

    public bool Flag() => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean()
        : throw Wrong("true or false was expected");

    private GuestAgentException Wrong(string problem)
    {
        var text = value.GetRawText();
        return GuestAgentException.Protocol(command, problem, text[..Math.Min(text.Length, 200)]);
    }
}

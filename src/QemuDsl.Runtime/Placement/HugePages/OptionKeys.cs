using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>The keys of an option's value in either notation, each with all of its values.</summary>
internal static class OptionKeys
{
    /// <param name="value">The value of the option.</param>
    /// <param name="first">The key that the first part means when it has none.</param>
    public static ILookup<string, string> Read(string value, string first) =>
        (value.StartsWith('{') ? Json(value) : Text(value, first)).ToLookup(static pair => pair.Key, static pair => pair.Value);

    private static IEnumerable<KeyValuePair<string, string>> Text(string value, string first)
    {
        // A doubled comma is one of the value.
        var parts = value.Replace(",,", "\0", StringComparison.Ordinal).Split(',').Select(static part => part.Replace('\0', ','));
        return parts.Select((part, index) => part.IndexOf('=', StringComparison.Ordinal) switch
        {
            < 0 => new KeyValuePair<string, string>(index == 0 ? first : part, index == 0 ? part : "on"),
            var equals => new KeyValuePair<string, string>(part[..equals], part[(equals + 1)..]),
        });
    }

    private static List<KeyValuePair<string, string>> Json(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return
            [
                .. document.RootElement.EnumerateObject().SelectMany(static property => property.Value.ValueKind == JsonValueKind.Array
                    ? property.Value.EnumerateArray().Select(item => KeyValuePair.Create(property.Name, Scalar(item)))
                    : [KeyValuePair.Create(property.Name, Scalar(property.Value))]),
            ];
        }
        catch (JsonException)
        {
            // QEMU will say what is wrong with it.
            return [];
        }
    }

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "on",
        JsonValueKind.False => "off",
        _ => value.ToString(),
    };
}

using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace QemuDsl;

public sealed partial class OptionReader
{
    // The items of a list are read like the one key of an object, so that each kind of value is read in one way only.
    private const string ItemKey = "";

    private JsonElement? Find(string key)
    {
        _known.Add(key);
        return _element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private T NumberOf<T>(string key, JsonElement value)
        where T : struct, INumber<T> =>
        value.ValueKind == JsonValueKind.Number && T.TryParse(value.GetRawText(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(key, value, $"a whole number of type {typeof(T).Name}");

    private T ValueOf<T>(string key, JsonElement value)
        where T : struct, IParsable<T>
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => throw Wrong(key, value, $"a {typeof(T).Name}"),
        };
        try
        {
            return T.Parse(text, CultureInfo.InvariantCulture);
        }
        catch (Exception refused) when (refused is FormatException or ArgumentException or OverflowException)
        {
            throw new QemuJsonException(At(key), refused.Message.TrimEnd('.'), $"Write a {typeof(T).Name}.", refused);
        }
    }

    private static JsonElement Wrap(JsonElement item)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(ItemKey);
            item.WriteTo(writer);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }

    private string At(string key) => key.Length == 0 ? _path : $"{_path}.{key}";

    private QemuJsonException Wrong(string key, JsonElement value, string expected) =>
        new(At(key), $"is {Shown(value)}, not {expected}", $"Write {expected}.");

    private QemuJsonException Missing(string key) => new(At(key), "is missing, and it is required", "Add it.");

    private static string Shown(JsonElement value) => Printable.Of(value.GetRawText());
}

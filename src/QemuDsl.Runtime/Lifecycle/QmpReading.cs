using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>Looks into QMP answers whose form is not trusted: what is not there, or of another kind, reads as nothing.</summary>
internal static class QmpReading
{
    public static IEnumerable<JsonElement> Items(this JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : Enumerable.Empty<JsonElement>();

    public static JsonElement Member(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    public static string? Text(this JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static long Number(this JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : 0;

    public static bool IsTrue(this JsonElement value, string name) => value.Member(name).ValueKind == JsonValueKind.True;
}

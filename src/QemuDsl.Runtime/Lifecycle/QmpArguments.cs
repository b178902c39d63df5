using System.Text.Json;
using System.Text.Json.Nodes;

namespace QemuDsl.Runtime;

/// <summary>Arguments of a QMP command, put together in code.</summary>
internal static class QmpArguments
{
    public static JsonElement ToArguments(this JsonObject arguments)
    {
        using var document = JsonDocument.Parse(arguments.ToJsonString());
        return document.RootElement.Clone();
    }

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => JsonValue.Create(text))]);
}

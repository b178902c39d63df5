using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QemuDsl.ProfileHost;

/// <summary>The properties of a profile: those of a JSON file, and those that were given as text beside it.</summary>
internal static class ProfileProperties
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static JsonElement Read(HostRequest request, Type profile)
    {
        using var json = Parse(request.Json);
        if (request.Properties is null || json.RootElement.ValueKind != JsonValueKind.Object)
        {
            return json.RootElement.Clone();
        }

        using var texts = Parse(request.Properties);
        var merged = JsonObject.Create(json.RootElement)!;
        foreach (var text in texts.RootElement.EnumerateObject())
        {
            var property = profile.GetProperty(text.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            merged[Camel(property?.Name ?? text.Name)] = Value(property?.PropertyType, text.Value.GetString()!);
        }

        using var whole = JsonDocument.Parse(merged.ToJsonString());
        return whole.RootElement.Clone();
    }

    // A string is that text, whatever it looks like. For the other types the profile's own reader says what is wrong with it.
    private static JsonNode? Value(Type? type, string text)
    {
        if (type == typeof(string))
        {
            return JsonValue.Create(text);
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static JsonDocument Parse(string? file)
    {
        try
        {
            return JsonDocument.Parse(Text(file), Lenient);
        }
        catch (JsonException wrong)
        {
            throw new HostRequestException($"{(file is "-" ? "standard input" : file)} is no JSON: {wrong.Message}");
        }
    }

    private static string Text(string? file) => file switch
    {
        null => "{}",
        "-" => Console.In.ReadToEnd(),
        _ => File.ReadAllText(file),
    };
}

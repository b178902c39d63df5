using System.Text.Json;

namespace QemuDsl;

/// <summary>Ids that raw arguments define, so that automatic ids step over them.</summary>
internal static class RawIds
{
    private static readonly string[] Keys = ["id", "node-name"];

    public static void Collect(IEnumerable<string> arguments, Action<string> take)
    {
        foreach (var argument in arguments)
        {
            if (RawText.IsJson(argument))
            {
                CollectJson(argument, take);
            }
            else
            {
                CollectKeyValue(argument, take);
            }
        }
    }

    private static void CollectKeyValue(string argument, Action<string> take)
    {
        foreach (var part in argument.Split(','))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Keys.Contains(part[..equals]))
            {
                take(part[(equals + 1)..]);
            }
        }
    }

    private static void CollectJson(string argument, Action<string> take)
    {
        try
        {
            using var document = JsonDocument.Parse(argument);
            foreach (var key in Keys)
            {
                if (document.RootElement.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String)
                {
                    take(value.GetString()!);
                }
            }
        }
        catch (JsonException)
        {
            // QEMU will say what is wrong with it; here it only defines no id.
        }
    }
}

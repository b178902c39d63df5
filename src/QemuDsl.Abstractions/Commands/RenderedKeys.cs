using System.Text;
using System.Text.Json;

namespace QemuDsl;

/// <summary>The keys and values of an option as they were rendered.</summary>
internal static class RenderedKeys
{
    public static Dictionary<string, string> Of(IReadOnlyList<string> arguments)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        if (arguments.Count < 2)
        {
            return keys;
        }

        if (RawText.IsJson(arguments[1]))
        {
            ReadJson(arguments[1], keys);
        }
        else
        {
            ReadKeyValue(arguments[1], keys);
        }

        return keys;
    }

    private static void ReadKeyValue(string argument, Dictionary<string, string> keys)
    {
        foreach (var part in Split(argument))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            keys[equals < 0 ? "" : part[..equals]] = part[(equals + 1)..];
        }
    }

    private static void ReadJson(string argument, Dictionary<string, string> keys)
    {
        using var document = JsonDocument.Parse(argument);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            keys[property.Name] = property.Value.ToString();
        }
    }

    // A doubled comma is one comma of the value.
    private static List<string> Split(string argument)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var index = 0; index < argument.Length; index++)
        {
            if (argument[index] != ',')
            {
                part.Append(argument[index]);
            }
            else if (index + 1 < argument.Length && argument[index + 1] == ',')
            {
                part.Append(',');
                index++;
            }
            else
            {
                parts.Add(part.ToString());
                part.Clear();
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QemuDsl.Automation;

/// <summary>A device whose keys are given as text, as a build or a command line has them.</summary>
public static class DeviceText
{
    /// <summary>
    /// The JSON of a device. A key is QEMU's (<c>max-bytes</c>) or the property of its record (<c>MaxBytes</c>); a value that begins with a brace or a bracket
    /// is JSON, such as a back end; <c>on</c>, <c>off</c>, <c>true</c> and <c>false</c> are what a switch takes.
    /// </summary>
    /// <param name="driver">QEMU's name, such as <c>virtio-rng-pci</c>.</param>
    /// <param name="values">Its keys.</param>
    /// <exception cref="AutomationException">The device is none the catalogue knows, it has no such key, or a value has another type.</exception>
    public static JsonObject ToJson(string driver, IReadOnlyDictionary<string, string> values)
    {
        var option = OptionCatalog.All.Find("-device", driver) ?? throw Wrong(
            $"'{Shown.Text(driver)}' is no device that QemuDsl knows. Use one of docs/catalogue.md, or write it as arguments.");
        var json = new JsonObject { ["driver"] = driver };
        foreach (var (name, value) in values)
        {
            var key = option.Keys.FirstOrDefault(key => Is(key.Key, name) || Is(key.Property, name)) ?? throw Wrong(
                $"{driver} has no key '{Shown.Text(name)}'. It has: {string.Join(", ", option.Keys.Select(static key => key.Key))}.", name);
            json[key.Key] = At(name, key, value);
        }

        return json;
    }

    private static JsonNode? At(string name, KeyDescription key, string value)
    {
        try
        {
            return Value(key, value);
        }
        catch (AutomationException wrong)
        {
            throw wrong.At(name);
        }
    }

    private static JsonNode? Value(KeyDescription key, string value) => key.Type.TrimEnd('?') switch
    {
        _ when value.StartsWith('{') || value.StartsWith('[') => Structured(key, value),
        "bool" => value switch
        {
            "on" or "true" => JsonValue.Create(true),
            "off" or "false" => JsonValue.Create(false),
            _ => throw Wrong($"{key.Key}={Shown.Text(value)}: write on or off."),
        },
        "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" => Number(key, value),
        _ => JsonValue.Create(value),
    };

    private static JsonValue Number(KeyDescription key, string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : throw Wrong($"{key.Key}={Shown.Text(value)}: write a whole number.");

    private static JsonNode? Structured(KeyDescription key, string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException wrong)
        {
            throw Wrong($"{key.Key}={Shown.Text(value)} is no JSON: {wrong.Message}");
        }
    }

    private static bool Is(string known, string name) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);

    private static AutomationException Wrong(string message, string? key = null) => new(AutomationFailure.Property, message) { Field = key };
}

using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>An option of a command line that nobody typed, as far as the runtime must understand it.</summary>
internal sealed record CommandLineOption(string Name, string Value)
{
    public static IReadOnlyList<CommandLineOption> Read(IReadOnlyList<string> arguments)
    {
        var options = new List<CommandLineOption>();
        for (var index = 0; index < arguments.Count; index++)
        {
            // QEMU takes --serial for -serial.
            var name = arguments[index].StartsWith("--", StringComparison.Ordinal) ? arguments[index][1..] : arguments[index];
            var hasValue = index + 1 < arguments.Count && !arguments[index + 1].StartsWith('-');
            options.Add(new CommandLineOption(name, hasValue ? arguments[++index] : ""));
        }

        return options;
    }

    /// <summary>The value of a key; the value without a key in front is the driver of a device, the back end of a chardev.</summary>
    public string? Key(string key) => Value.StartsWith('{') ? FromJson(key) : FromText(key);

    /// <inheritdoc/>
    public override string ToString() => Value.Length == 0 ? Name : $"{Name} {Value}";

    private string? FromText(string key)
    {
        var parts = Value.Replace(",,", "\0", StringComparison.Ordinal).Split(',');
        var named = parts.FirstOrDefault(part => part.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];
        var first = key is "driver" or "backend" && !parts[0].Contains('=', StringComparison.Ordinal) ? parts[0] : null;
        return (named ?? first)?.Replace('\0', ',');
    }

    private string? FromJson(string key)
    {
        try
        {
            using var document = JsonDocument.Parse(Value);
            return document.RootElement.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            // QEMU will say what is wrong with it.
            return null;
        }
    }
}

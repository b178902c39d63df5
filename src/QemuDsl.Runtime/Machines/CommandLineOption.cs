using System.Globalization;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>An option of a command line that nobody typed, as far as the runtime must understand it.</summary>
internal sealed record CommandLineOption(string Name, string Value)
{
    // What they take is text of any kind and may look like an option.
    private static readonly string[] TakingText = ["-append", "-kernel", "-initrd", "-dtb", "-bios", "-name"];

    /// <summary>Whether it says which machine it is.</summary>
    public bool IsMachine => Name is "-machine" or "-M";

    public static IReadOnlyList<CommandLineOption> Read(IReadOnlyList<string> arguments)
    {
        var options = new List<CommandLineOption>();
        for (var index = 0; index < arguments.Count; index++)
        {
            // QEMU takes --serial for -serial.
            var name = arguments[index].StartsWith("--", StringComparison.Ordinal) ? arguments[index][1..] : arguments[index];
            var hasValue = index + 1 < arguments.Count && (TakingText.Contains(name) || !arguments[index + 1].StartsWith('-'));
            options.Add(new CommandLineOption(name, hasValue ? arguments[++index] : ""));
        }

        return options;
    }

    /// <summary>
    /// The value of a key; the value without a key in front is a device's driver, a chardev's back end, a machine's type.
    /// </summary>
    public string? Key(string key) => Value.StartsWith('{') ? FromJson(key) : FromText(key);

    /// <summary>The value of a key as a number, as C writes them; null when it is none.</summary>
    public int? Number(string key) => Key(key) switch
    {
        null => null,
        ['0', 'x' or 'X', .. var digits] => Number(digits, NumberStyles.AllowHexSpecifier),
        var digits => Number(digits, NumberStyles.Integer),
    };

    /// <summary>As messages show it, secrets masked.</summary>
    public override string ToString() => Value.Length == 0 ? Name : $"{Name} {MaskedCommand.Argument(Value)}";

    private static int? Number(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? FromText(string key)
    {
        var parts = Value.Replace(",,", "\0", StringComparison.Ordinal).Split(',');
        var named = parts.FirstOrDefault(part => part.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];
        var first = key is "driver" or "backend" or "type" && !parts[0].Contains('=', StringComparison.Ordinal) ? parts[0] : null;
        return (named ?? first)?.Replace('\0', ',');
    }

    private string? FromJson(string key)
    {
        try
        {
            using var document = JsonDocument.Parse(Value);
            return document.RootElement.TryGetProperty(key, out var value) ? value.ToString() : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // QEMU will say what is wrong with it.
            return null;
        }
    }
}

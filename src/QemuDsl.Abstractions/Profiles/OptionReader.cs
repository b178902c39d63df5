using System.Globalization;
using System.Text.Json;

namespace QemuDsl;

/// <summary>Reads one JSON object into a record; every wrong name, type or value is an error with its path. Called by generated code.</summary>
public sealed partial class OptionReader
{
    private readonly JsonElement _element;
    private readonly string _path;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private OptionReader(JsonElement element, string path, QemuCatalog catalog)
    {
        _element = element;
        _path = path;
        Catalog = catalog;
    }

    /// <summary>The records that references can hold.</summary>
    public QemuCatalog Catalog { get; }

    /// <summary>A reader of this object.</summary>
    /// <exception cref="QemuJsonException">It is no object.</exception>
    public static OptionReader Of(JsonElement element, QemuCatalog catalog, string path = "$") =>
        element.ValueKind == JsonValueKind.Object
            ? new OptionReader(element, path, catalog)
            : throw new QemuJsonException(path, $"is {Shown(element)}, not an object", "Write {…} with the properties of the record.");

    /// <summary>Whether a key is there, be it null.</summary>
    public bool Has(string key)
    {
        _known.Add(key);
        return _element.TryGetProperty(key, out _);
    }

    /// <summary>The text of a key; null when it is absent or null.</summary>
    public string? Text(string key) => Find(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Wrong(key, value, "a text");

    /// <summary>The true or false of a key; null when it is absent or null.</summary>
    public bool? Flag(string key) => Find(key) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Wrong(key, value, "true or false");

    /// <summary>The number of a key; null when it is absent or null.</summary>
    public T? Number<T>(string key)
        where T : struct, System.Numerics.INumber<T> => Find(key) is not { } value ? null : NumberOf<T>(key, value);

    /// <summary>A small value with a text of its own; null when it is absent or null.</summary>
    public T? Value<T>(string key)
        where T : struct, IParsable<T> => Find(key) is not { } value ? null : ValueOf<T>(key, value);

    /// <summary>A word of QEMU; null when it is absent or null.</summary>
    public T? Word<T>(string key, Func<string, T?> parse, string words)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(parse);
        return Text(key) is not { } text ? null
            : parse(text) ?? throw new QemuJsonException(At(key), $"'{Printable.Of(text)}' is not a word QEMU knows here", $"Use one of {words}.");
    }

    /// <summary>A structured value; null when it is absent or null.</summary>
    public T? Part<T>(string key, Func<OptionReader, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return Find(key) is { } value ? read(Of(value, Catalog, At(key))) : null;
    }

    /// <summary>The items of a list; empty when it is absent or null.</summary>
    public OptionList<T> List<T>(string key, Func<OptionReader, string, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Find(key) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(key, value, "a list");
        }

        var items = new OptionList<T>();
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var holder = new OptionReader(Wrap(item), string.Create(CultureInfo.InvariantCulture, $"{At(key)}[{index++}]"), Catalog);
            items = items.Add(read(holder, ItemKey));
        }

        return items;
    }

    /// <summary>A value that must be there.</summary>
    /// <exception cref="QemuJsonException">It is not.</exception>
    public T Require<T>(string key, T? value)
        where T : class => value ?? throw Missing(key);

    /// <summary>A value that must be there.</summary>
    /// <exception cref="QemuJsonException">It is not.</exception>
    public T Require<T>(string key, T? value)
        where T : struct => value ?? throw Missing(key);

    /// <summary>Names a key that is taken care of elsewhere, such as the one that tells the type.</summary>
    public void Expect(string key, string value)
    {
        if (Text(key) is { } text && text != value)
        {
            throw new QemuJsonException(At(key), $"is '{Printable.Of(text)}', and this place takes '{value}'", "Change it, or leave it out.");
        }
    }

    /// <summary>The error for a union whose branch is not told or not known.</summary>
    public QemuJsonException NoBranch(string key, string branches) =>
        new(At(key), "does not tell which form this value has", $"Write one of {branches}.");

    /// <summary>Refuses keys that nobody asked for.</summary>
    /// <exception cref="QemuJsonException">There is one.</exception>
    public void End()
    {
        foreach (var property in _element.EnumerateObject())
        {
            if (!_known.Contains(property.Name))
            {
                var names = string.Join(", ", _known.Order(StringComparer.Ordinal));
                throw new QemuJsonException(At(property.Name), "is not a name known here", $"Known are: {names}.");
            }
        }
    }
}

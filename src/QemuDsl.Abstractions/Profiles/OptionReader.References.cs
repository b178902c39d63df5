using System.Text.Json;

namespace QemuDsl;

public sealed partial class OptionReader
{
    /// <summary>A record of any type that fits, told by its own type key, or the id of something defined elsewhere; null when absent.</summary>
    public T? Reference<T>(string key)
        where T : class
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? ById<T>(key, value.GetString()!) : Record<T>(key, value);
    }

    /// <summary>A record of a known type; null when absent.</summary>
    public T? Record<T>(string key, Func<OptionReader, T> read)
        where T : class => Part(key, read);

    private T ById<T>(string key, string id)
    {
        if (!QemuId.TryParse(id, null, out var name) || new IdReference(IdSpaces.Of(typeof(T)), name) is not T reference)
        {
            throw new QemuJsonException(At(key), $"'{Printable.Of(id)}' is not an id that can stand here", "Write an object, or a valid id.");
        }

        return reference;
    }

    private T Record<T>(string key, JsonElement value)
        where T : class
    {
        var reader = Of(value, Catalog, At(key));
        foreach (var option in Catalog.Options)
        {
            if (option.Reader is { } read && typeof(T).IsAssignableFrom(option.Record) && reader.Is(option))
            {
                return (T)read(reader);
            }
        }

        var known = Catalog.Options.Where(option => typeof(T).IsAssignableFrom(option.Record)).ToList();
        var told = known.Select(reader.TypeToldFor).FirstOrDefault(static type => type is not null);
        throw new QemuJsonException(
            At(key),
            told is null ? "does not tell its type" : $"is '{Printable.Of(told)}', which is no {typeof(T).Name} this catalogue knows",
            $"Known are: {string.Join(", ", known.Select(TypeText))}.");
    }

    private string? TypeToldFor(OptionDescription option) =>
        _element.TryGetProperty(JsonNotation.Discriminator(option.Kind), out var name) ? name.ToString() : null;

    private bool Is(OptionDescription option) =>
        option.Kind is OptionKind.Drive
            ? _element.TryGetProperty("if", out _)
            : _element.TryGetProperty(JsonNotation.Discriminator(option.Kind), out var name)
                && name.ValueKind == JsonValueKind.String && name.GetString() == option.Name;

    private static string TypeText(OptionDescription option) => $"\"{JsonNotation.Discriminator(option.Kind)}\": \"{option.Name}\"";
}

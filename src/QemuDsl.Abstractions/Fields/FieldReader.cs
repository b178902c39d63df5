using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;

namespace QemuDsl.CompilerServices;

/// <summary>What a text or a command line says for each key of a record; a value that is wrong becomes a problem. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FieldReader
{
    private readonly ImmutableArray<FieldKey> _keys;
    private readonly Dictionary<string, List<FieldEntry>> _entries = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;
    private readonly int _place;

    internal FieldReader(ImmutableArray<FieldKey> keys, ProblemList problems, int place)
    {
        _keys = keys;
        _problems = problems;
        _place = place;
    }

    /// <summary>True when the key is there, or what it says; null when it is absent.</summary>
    public bool? Flag(string key)
    {
        if (Find(key) is not { } entry)
        {
            return null;
        }

        var isBare = entry.Text is null;
        return isBare || entry.Text == "on" || (entry.Text == "off" ? false : Wrong<bool>(entry, key, "Write on or off.") ?? false);
    }

    /// <summary>The text of a key; null when it is absent.</summary>
    public string? Text(string key) => Find(key)?.Text;

    /// <summary>The number of a key; null when it is absent.</summary>
    public T? Number<T>(string key)
        where T : struct, IBinaryInteger<T> => Find(key) is not { } entry ? null
        : T.TryParse(entry.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : Wrong<T>(entry, key, $"Write a whole number that fits {typeof(T).Name}.");

    /// <summary>A value with a text of its own; null when it is absent.</summary>
    public T? Value<T>(string key)
        where T : struct, IParsable<T> => Find(key) is not { } entry ? null
        : T.TryParse(entry.Text, CultureInfo.InvariantCulture, out var value) ? value
        : Wrong<T>(entry, key, $"Write a {typeof(T).Name}.");

    /// <summary>A word; null when it is absent.</summary>
    public T? Word<T>(string key, Func<string, T?> parse, string words)
        where T : struct, Enum => Find(key) is not { Text: { } text } entry ? null : parse(text) ?? Wrong<T>(entry, key, $"Write one of {words}.");

    /// <summary>A record of its own; null when it is absent.</summary>
    public T? Part<T>(string key, Func<FieldSource, T> read)
        where T : class
    {
        if (Find(key) is not { Source: { } source })
        {
            return null;
        }

        if (source.Enter())
        {
            return read(source);
        }

        _entries.Remove(key);
        return null;
    }

    /// <summary>Every occurrence of a key.</summary>
    public OptionList<T> List<T>(string key, Func<FieldReader, string, T> one)
    {
        if (!_entries.TryGetValue(key, out var entries))
        {
            return [];
        }

        var items = new List<T>(entries.Count);
        foreach (var entry in entries)
        {
            var item = new FieldReader(_keys, _problems, entry.Place);
            item.Add(key, entry);
            items.Add(one(item, key));
        }

        return [.. items];
    }

    /// <summary>The value, which must be there; an absent one is a problem.</summary>
    public T Require<T>(string key, T? value)
        where T : class
    {
        Missing(key, value is null);
        return value!;
    }

    /// <summary>The value, which must be there; an absent one is a problem.</summary>
    public T Require<T>(string key, T? value)
        where T : struct
    {
        Missing(key, value is null);
        return value.GetValueOrDefault();
    }

    internal void Add(string key, FieldEntry entry)
    {
        if (!_entries.TryGetValue(key, out var entries))
        {
            _entries.Add(key, entries = []);
        }

        entries.Add(entry);
    }

    // What was refused is there, too: one problem is enough for it.
    private void Missing(string key, bool isMissing)
    {
        if (isMissing && !_entries.ContainsKey(key))
        {
            _problems.Add(_place, key, null, "is missing, and it is required", "Add it.");
        }
    }

    private FieldEntry? Find(string key)
    {
        if (!_entries.TryGetValue(key, out var entries))
        {
            return null;
        }

        if (entries.Count > 1)
        {
            _problems.Add(entries[1].Place, key, entries[1].Text, $"is given again, after {_problems.Unit} {entries[0].Place}", "Keep one of them.");
        }

        return entries[0];
    }

    private T? Wrong<T>(FieldEntry entry, string key, string remedy)
        where T : struct
    {
        _problems.Add(entry.Place, key, entry.Text, "has a value that does not fit", remedy);
        return null;
    }
}

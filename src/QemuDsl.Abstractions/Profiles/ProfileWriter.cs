using System.Globalization;
using System.Text.Json;

namespace QemuDsl;

/// <summary>
/// Writes a profile as JSON: records in QEMU's own JSON with back ends in place of their ids, a back end that several share once and then by
/// id. Called by generated code.
/// </summary>
public sealed class ProfileWriter : IDisposable
{
    private readonly Utf8JsonWriter _json;
    private readonly OptionGraph _graph;
    private readonly ArgumentWriter _writer;

    private ProfileWriter(Utf8JsonWriter json, OptionGraph graph)
    {
        _json = json;
        _graph = graph;
        _writer = new ArgumentWriter(graph, WriterMode.Nested, ".");
        _json.WriteStartObject();
    }

    /// <summary>Begins the object of a profile that makes this command.</summary>
    public static ProfileWriter Begin<TMachine>(Utf8JsonWriter json, QemuCommand<TMachine> command)
        where TMachine : IMachine => new(json, command.NewGraph());

    /// <summary>Writes a text or a word of QEMU; null writes nothing.</summary>
    public void Value(string key, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(key, value);
        }
    }

    /// <summary>Writes true or false; null writes nothing.</summary>
    public void Value(string key, bool? value)
    {
        if (value is { } flag)
        {
            _json.WriteBoolean(key, flag);
        }
    }

    /// <summary>Writes a number, or the text of a small value; null writes nothing.</summary>
    public void Value<T>(string key, T? value)
        where T : struct
    {
        if (value is { } present)
        {
            _json.WritePropertyName(key);
            Scalar(present);
        }
    }

    /// <summary>Writes a list of texts, numbers or small values; an empty one writes nothing.</summary>
    public void Values<T>(string key, IEnumerable<T> values)
        where T : notnull
    {
        var items = values.ToList();
        if (items.Count == 0)
        {
            return;
        }

        _json.WriteStartArray(key);
        items.ForEach(item => Scalar(item));
        _json.WriteEndArray();
    }

    /// <summary>Writes a structured value; null writes nothing.</summary>
    public void Part(string key, IOptionPart? part)
    {
        if (part is not null)
        {
            _json.WritePropertyName(key);
            _json.WriteRawValue(_writer.NestedText(part));
        }
    }

    /// <summary>Writes a list of structured values; an empty one writes nothing.</summary>
    public void Parts<T>(string key, OptionList<T> parts)
        where T : IOptionPart => Array(key, parts.Count, parts.Select(part => _writer.NestedText(part)));

    /// <summary>Writes a record that is no reference; null writes nothing.</summary>
    public void Record(string key, IOption? record)
    {
        if (record is not null)
        {
            _json.WritePropertyName(key);
            _json.WriteRawValue(_writer.NestedText(record));
        }
    }

    /// <summary>Writes a record that others may refer to, or the id of something defined elsewhere; null writes nothing.</summary>
    public void Reference(string key, IReferable? record)
    {
        if (record is not null)
        {
            _json.WritePropertyName(key);
            _json.WriteRawValue(_writer.NestedText(record));
        }
    }

    /// <summary>Writes a list of records; an empty one writes nothing.</summary>
    public void Records<T>(string key, OptionList<T> records)
        where T : class => Array(
            key, records.Count, records.Select(record => record is IReferable named ? _writer.NestedText(named) : _writer.NestedText((IOption)record)));

    /// <summary>Writes a profile inside this one; null writes nothing.</summary>
    public void Profile(string key, IVmProfile? profile)
    {
        if (profile is not null)
        {
            _json.WritePropertyName(key);
            profile.WriteJson(_json);
        }
    }

    /// <summary>Ends the object.</summary>
    public void Dispose()
    {
        _json.WriteEndObject();
        _writer.Dispose();
        _graph.Dispose();
    }

    private void Array(string key, int count, IEnumerable<string> items)
    {
        if (count == 0)
        {
            return;
        }

        _json.WriteStartArray(key);
        foreach (var item in items)
        {
            _json.WriteRawValue(item);
        }

        _json.WriteEndArray();
    }

    private void Scalar(object value)
    {
        if (value is sbyte or byte or short or ushort or int or uint or long or ulong)
        {
            _json.WriteRawValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
        }
        else if (value is bool flag)
        {
            _json.WriteBooleanValue(flag);
        }
        else
        {
            _json.WriteStringValue(value.ToString());
        }
    }
}

using System.Text;
using System.Text.Json;

namespace QemuDsl;

/// <summary>
/// The only option whose QMP form differs from its keys: <c>chardev-add</c> takes a back end with data of its own (<c>qapi/char.json</c>),
/// and multiplexing is a character device of its own.
/// </summary>
internal static class ChardevBackend
{
    private static readonly string[] Common = ["logfile", "logappend"];
    private static readonly string[] Unix = ["path", "abstract", "tight"];
    private static readonly string[] Inet = ["host", "port", "to", "ipv4", "ipv6"];

    /// <summary>Arguments of <c>chardev-add</c>, one after the other, from the keys of the option.</summary>
    public static IReadOnlyList<(string Id, string Json)> Of(string keys)
    {
        using var document = JsonDocument.Parse(keys);
        var option = document.RootElement;
        var id = option.GetProperty("id").GetString()!;
        return option.TryGetProperty("mux", out var mux) && mux.GetBoolean()
            ? [Added($"{id}-base", option), (id, Mux(id))]
            : [Added(id, option)];
    }

    // As QEMU names and builds it for the option mux=on.
    private static string Mux(string id) => Write(writer =>
    {
        writer.WriteString("id", id);
        Backend(writer, "mux", () => writer.WriteString("chardev", $"{id}-base"));
    });

    private static (string Id, string Json) Added(string id, JsonElement option) => (id, Write(writer =>
    {
        var type = option.GetProperty("backend").GetString()!;
        writer.WriteString("id", id);
        Backend(writer, type, () => Data(writer, type, option));
    }));

    private static void Data(Utf8JsonWriter writer, string type, JsonElement option)
    {
        switch (type)
        {
            case "socket":
                Socket(writer, option);
                break;
            case "udp":
                Udp(writer, option);
                break;
            case "file":
                Renamed(writer, option, ("path", "out"), ("input-path", "in"));
                break;
            case "pipe" or "serial" or "parallel":
                Renamed(writer, option, ("path", "device"));
                break;
            default:
                Renamed(writer, option);
                break;
        }
    }

    private static void Socket(Utf8JsonWriter writer, JsonElement option)
    {
        writer.WriteStartObject("addr");
        if (option.TryGetProperty("path", out _))
        {
            Address(writer, "unix", () => Copy(writer, option, Unix));
        }
        else if (option.TryGetProperty("fd", out var fd))
        {
            Address(writer, "fd", () => writer.WriteString("str", fd.GetString()));
        }
        else
        {
            Address(writer, "inet", () => Internet(writer, Text(option, "host") ?? "", Text(option, "port") ?? "", option));
        }

        writer.WriteEndObject();

        // Not a server unless it says so: QMP's default is the other way round.
        writer.WriteBoolean("server", option.TryGetProperty("server", out var server) && server.GetBoolean());
        Except(writer, option, [.. Unix, .. Inet, "fd", "server"]);
    }

    private static void Udp(Utf8JsonWriter writer, JsonElement option)
    {
        writer.WriteStartObject("remote");
        Address(writer, "inet", () => Internet(writer, Text(option, "host") ?? "localhost", Text(option, "port") ?? "", option));
        writer.WriteEndObject();
        if (Text(option, "localaddr") is not null || Text(option, "localport") is not null)
        {
            writer.WriteStartObject("local");
            Address(writer, "inet", () => Internet(writer, Text(option, "localaddr") ?? "", Text(option, "localport") ?? "0", null));
            writer.WriteEndObject();
        }

        Copy(writer, option, Common);
    }

    private static void Internet(Utf8JsonWriter writer, string host, string port, JsonElement? option)
    {
        writer.WriteString("host", host);
        writer.WriteString("port", port);
        if (option is { } more)
        {
            Copy(writer, more, ["to", "ipv4", "ipv6"]);
        }
    }

    private static void Renamed(Utf8JsonWriter writer, JsonElement option, params (string Key, string Name)[] names)
    {
        foreach (var (key, name) in names.Where(name => option.TryGetProperty(name.Key, out _)))
        {
            writer.WritePropertyName(name);
            option.GetProperty(key).WriteTo(writer);
        }

        Except(writer, option, [.. names.Select(static name => name.Key)]);
    }

    private static void Except(Utf8JsonWriter writer, JsonElement option, string[] left) =>
        Copy(writer, option, [.. option.EnumerateObject().Select(static key => key.Name).Except([.. left, "id", "backend", "mux"])]);

    private static void Copy(Utf8JsonWriter writer, JsonElement option, string[] keys)
    {
        foreach (var key in keys.Where(key => option.TryGetProperty(key, out _)))
        {
            writer.WritePropertyName(key);
            option.GetProperty(key).WriteTo(writer);
        }
    }

    private static string? Text(JsonElement option, string key) => option.TryGetProperty(key, out var value) ? value.ToString() : null;

    private static void Backend(Utf8JsonWriter writer, string type, Action data)
    {
        writer.WriteStartObject("backend");
        Address(writer, type, data);
        writer.WriteEndObject();
    }

    private static void Address(Utf8JsonWriter writer, string type, Action data)
    {
        writer.WriteString("type", type);
        writer.WriteStartObject("data");
        data();
        writer.WriteEndObject();
    }

    private static string Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

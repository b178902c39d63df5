using System.Net.NetworkInformation;
using System.Text.Json;

namespace QemuDsl.Runtime;

/// <summary>Finds NICs among QEMU's objects: every device with a MAC address is one, whatever its kind.</summary>
internal sealed class NicFinder(QmpClient qmp)
{
    private const string Named = "/machine/peripheral";
    private const string Unnamed = "/machine/peripheral-anon";

    public async Task<IReadOnlyList<VmNic>> FindAsync(CancellationToken cancellationToken)
    {
        string[][] devices = await Task.WhenAll(ChildrenAsync(Named, cancellationToken), ChildrenAsync(Unnamed, cancellationToken)).ConfigureAwait(false);
        var nics = await Task.WhenAll(devices.SelectMany(static paths => paths).Select(path => NicAsync(path, cancellationToken))).ConfigureAwait(false);
        return [.. nics.OfType<VmNic>()];
    }

    private async Task<string[]> ChildrenAsync(string parent, CancellationToken cancellationToken)
    {
        var list = await ListAsync(parent, cancellationToken).ConfigureAwait(false);
        return [.. list.Where(static item => item.Type.StartsWith("child<", StringComparison.Ordinal)).Select(item => $"{parent}/{item.Name}")];
    }

    private async Task<VmNic?> NicAsync(string path, CancellationToken cancellationToken)
    {
        var properties = (await ListAsync(path, cancellationToken).ConfigureAwait(false)).Select(static item => item.Name).ToHashSet();
        if (!properties.Contains("mac"))
        {
            return null;
        }

        var mac = await GetAsync(path, "mac", cancellationToken).ConfigureAwait(false);
        var netdev = properties.Contains("netdev") ? await GetAsync(path, "netdev", cancellationToken).ConfigureAwait(false) : null;
        return PhysicalAddress.TryParse(mac, out var address)
            ? new VmNic(path, address)
            {
                Id = path.StartsWith(Named + "/", StringComparison.Ordinal) ? path[(Named.Length + 1)..] : null,
                Netdev = string.IsNullOrEmpty(netdev) ? null : netdev,
            }
            : null;
    }

    private async Task<IReadOnlyList<(string Name, string Type)>> ListAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await qmp.ExecuteAsync("qom-list", Arguments(("path", path)), cancellationToken).ConfigureAwait(false);
        return answer.ValueKind == JsonValueKind.Array
            ? [.. answer.EnumerateArray().Select(static item => (Text(item, "name"), Text(item, "type")))]
            : throw new QmpProtocolException("a list of properties was expected", answer.ToString());
    }

    private async Task<string?> GetAsync(string path, string property, CancellationToken cancellationToken)
    {
        var answer = await qmp.ExecuteAsync("qom-get", Arguments(("path", path), ("property", property)), cancellationToken).ConfigureAwait(false);
        return answer.ValueKind == JsonValueKind.String ? answer.GetString() : null;
    }

    private static string Text(JsonElement item, string key) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static JsonElement Arguments(params ReadOnlySpan<(string Key, string Value)> pairs)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in pairs)
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }
}

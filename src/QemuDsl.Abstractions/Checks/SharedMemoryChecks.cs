using System.Text.Json;

namespace QemuDsl;

/// <summary>Memory that another process maps must be shared, or that process sees none of it.</summary>
internal static class SharedMemoryChecks
{
    public static void Run(IReadOnlyList<string> arguments, Findings findings)
    {
        var pairs = arguments.Zip(arguments.Skip(1)).ToList();
        if (pairs.FirstOrDefault(static pair => IsVhostUser(pair.First, pair.Second)) is not ({ } option, { } value)
            || pairs.Exists(static pair => IsShared(pair.First, pair.Second)))
        {
            return;
        }

        findings.Add(new Finding(
            FindingIds.MemoryNotShared, Severity.Error, $"{option} {Type(option, value)}", null, null, "has its queues in the guest's memory, which another process must map, and no memory is shared",
            "Give the guest shared memory: WithMemory(…, share: true), or a memory backend with Share."));
    }

    private static bool IsVhostUser(string option, string value) =>
        option is "-netdev" or "-device" && Type(option, value).StartsWith("vhost-user", StringComparison.Ordinal);

    // That of a memfd is shared unless it says otherwise (QEMU 7.2 to 10.0, backends/hostmem-memfd.c).
    private static bool IsShared(string option, string value) => option == "-object"
        && Type(option, value) is var type && type.StartsWith("memory-backend-", StringComparison.Ordinal)
        && (Keys(option, value).GetValueOrDefault("share") ?? (type == "memory-backend-memfd" ? "on" : null))?.ToUpperInvariant() is "ON" or "TRUE" or "YES";

    private static string Type(string option, string value)
    {
        if (!RawText.IsJson(value))
        {
            return value.Split(',')[0];
        }

        var key = option switch
        {
            "-netdev" => "type",
            "-device" => "driver",
            _ => "qom-type",
        };
        return Keys(option, value).GetValueOrDefault(key, "");
    }

    // A raw argument may be anything.
    private static Dictionary<string, string> Keys(string option, string value)
    {
        try
        {
            return RenderedKeys.Of([option, value]);
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Reads what <c>/proc</c> says of a process.</summary>
internal static class ProcText
{
    /// <summary>Whether it has a capability, by the text of its <c>status</c>.</summary>
    public static bool HasCapability(string? status, int number) =>
        Rest(status, "CapEff:") is { } mask
        && ulong.TryParse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var capabilities)
        && (capabilities & (1UL << number)) != 0;

    /// <summary>A soft limit by the text of its <c>limits</c>: name, soft limit, hard limit, unit. The largest number when there is none.</summary>
    public static long SoftLimit(string? limits, string name) => Rest(limits, name)?.Split(' ')[0] switch
    {
        "unlimited" => long.MaxValue,
        { } soft when long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) => limit,
        _ => 0,
    };

    private static string? Rest(string? text, string head) => (text ?? "").Split('\n')
        .FirstOrDefault(line => line.StartsWith(head, StringComparison.Ordinal))?[head.Length..].Trim();
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

/// <summary>
/// Reads QEMU's table of a user network (<c>info usernet</c>; QMP has no command for it, 10.0 neither): what it listens on, and how far
/// each connection into the guest has come.
/// </summary>
internal static partial class UserNetworkTable
{
    /// <summary>A line of it.</summary>
    public sealed record Row(string State, VmForward Ends);

    public static IReadOnlyList<Row> Parse(string text)
    {
        var rows = new List<Row>();
        var netdev = "";
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (Header().Match(line) is { Success: true } header)
            {
                netdev = header.Groups[1].Value;
            }
            else if (Line().Match(line) is { Success: true } match && Read(match, netdev) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    // The name of a netdev may hold parentheses only where nothing checks it; the last pair counts.
    [GeneratedRegex(@"^Hub -?\d+ \((.*)\):$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(TCP|UDP)\[([A-Z_0-9]+)[^\]]*\]\s+-?\d+\s+(\S+)\s+(\d+)\s+(\S+)\s+(\d+)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    private static Row? Read(Match match, string netdev)
    {
        var groups = match.Groups;
        return Address(groups[3].Value) is { } host && Address(groups[5].Value) is { } guest
            && Port(groups[4].Value) is { } hostPort && Port(groups[6].Value) is { } guestPort
            ? new Row(
                groups[2].Value,
                new VmForward(netdev, groups[1].Value == "UDP" ? ProtocolType.Udp : ProtocolType.Tcp, host, hostPort, guest, guestPort))
            : null;
    }

    private static IPAddress? Address(string text) =>
        text == "*" ? IPAddress.Any : IPAddress.TryParse(text, out var address) ? address : null;

    private static int? Port(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

/// <summary>
/// Reads <c>info usernet</c>. It is the only place where QEMU tells the ports it was left to choose, and it has no form for programs; 7.2 and
/// 10.0 write the same. A line that is none of it is passed over, and no more than a limit is read.
/// </summary>
internal static partial class UserNetTable
{
    private const int LongestText = 1024 * 1024;
    private const string EveryInterface = "*";

    public static IReadOnlyList<UserNetRow> Parse(string text)
    {
        var rows = new List<UserNetRow>();
        var netdev = "";
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, LongestText)).EnumerateLines())
        {
            if (HubLine().Match(line.ToString()) is { Success: true } hub)
            {
                netdev = hub.Groups[1].Value;
            }
            else if (netdev.Length > 0 && Row(netdev, line.ToString()) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static UserNetRow? Row(string netdev, string line)
    {
        if (RowLine().Match(line) is not { Success: true } row || !int.TryParse(Part("fd"), CultureInfo.InvariantCulture, out var descriptor)
            || !Port(Part("hostport"), out var hostPort) || !Port(Part("guestport"), out var guestPort)
            || !IsAddress(Part("guest")) || (Part("host") != EveryInterface && !IsAddress(Part("host"))))
        {
            return null;
        }

        var protocol = Part("protocol") == "UDP" ? ProtocolType.Udp : ProtocolType.Tcp;
        var host = Part("host") == EveryInterface ? "" : Part("host");
        return new UserNetRow(new VmForward(netdev, protocol, host, hostPort, Part("guest"), guestPort), Part("state"), descriptor);

        string Part(string name) => row.Groups[name].Value;
    }

    private static bool Port(string text, out int port) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out port) && port is > 0 and <= IPEndPoint.MaxPort;

    private static bool IsAddress(string text) => IPAddress.TryParse(text, out _);

    // "Hub -1 (net0):"; the number is that of a hub the network hangs on.
    [GeneratedRegex(@"^Hub -?\d{1,10} \((\S{1,256})\):$", RegexOptions.NonBacktracking)]
    private static partial Regex HubLine();

    // "  TCP[HOST_FORWARD]   9       127.0.0.1 40955       10.0.2.15    22     0     0". Descriptors of connections about to go are -1.
    [GeneratedRegex(
        @"^  (?<protocol>TCP|UDP)\[(?<state>[A-Z0-9_]{1,32})\] +(?<fd>-?\d{1,9}) +(?<host>\S{1,64}) +(?<hostport>\d{1,5})" +
        @" +(?<guest>\S{1,64}) +(?<guestport>\d{1,5}) +\d+ +\d+$",
        RegexOptions.NonBacktracking)]
    private static partial Regex RowLine();
}

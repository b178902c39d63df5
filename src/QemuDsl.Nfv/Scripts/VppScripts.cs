using System.Globalization;

namespace QemuDsl.Nfv;

/// <summary>Scripts of VPP's command line for the usual network functions between two interfaces.</summary>
public static class VppScripts
{
    private const string Up = """
        set interface state ${left} up
        set interface state ${right} up

        """;

    private const string CrossConnect = Up + """
        set interface l2 xconnect ${left} ${right}
        set interface l2 xconnect ${right} ${left}

        """;

    private const string Route = Up + """
        set interface ip address ${left} ${leftAddress}
        set interface ip address ${right} ${rightAddress}
        set ip neighbor ${left} ${leftPeer} ${leftMac} static
        set ip neighbor ${right} ${rightPeer} ${rightMac} static
        ip route add ${leftNetwork} via ${leftPeer} ${left}
        ip route add ${rightNetwork} via ${rightPeer} ${right}

        """;

    /// <summary>What comes in on one interface goes out of the other, as it is (l2xc).</summary>
    /// <param name="left">VPP's name of one interface, such as <c>GigabitEthernet0/6/0</c>.</param>
    /// <param name="right">That of the other.</param>
    /// <exception cref="ScriptTemplateException">A name cannot be one.</exception>
    public static string L2CrossConnect(string left, string right) =>
        Fill(CrossConnect, ("left", left), ("right", right));

    /// <summary>Packets are routed between two networks, of IPv4 or IPv6 (ip4, ip6).</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other.</param>
    /// <exception cref="ScriptTemplateException">A name cannot be one.</exception>
    public static string Routed(VppRoute left, VppRoute right) => Fill(
        Route,
        ("left", left.Interface), ("leftAddress", left.Address.ToString()), ("leftPeer", left.Peer.ToString()), ("leftMac", left.PeerMac.ToString()), ("leftNetwork", left.Network.ToString()),
        ("right", right.Interface), ("rightAddress", right.Address.ToString()), ("rightPeer", right.Peer.ToString()), ("rightMac", right.PeerMac.ToString()), ("rightNetwork", right.Network.ToString()));

    /// <summary>VPP's name of an interface that its DPDK plugin drives: <c>GigabitEthernet0/6/0</c>, of bus, slot and function in hex.</summary>
    public static string DpdkName(PciBdf device) =>
        string.Create(CultureInfo.InvariantCulture, $"GigabitEthernet{device.Bus:x}/{device.Slot:x}/{device.Function:x}");

    private static string Fill(string template, params IEnumerable<(string Key, string Value)> values) =>
        ScriptTemplate.Parse(template).Fill(values.ToDictionary(static pair => pair.Key, static pair => pair.Value));
}

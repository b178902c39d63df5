using System.Globalization;

namespace QemuDsl.Nfv;

/// <summary>Scripts of VPP's command line for the usual network functions between two interfaces. One behind another, they are one script.</summary>
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

    private const string Translation = """
        set interface nat44 in ${inside} out ${outside}

        """;

    private const string Tunnel = """
        create ipip tunnel src ${local} dst ${remote} instance ${number}
        ipsec tunnel protect ${tunnel} sa-in ${in} sa-out ${out}
        set interface unnumbered ${tunnel} use ${interface}
        set interface state ${tunnel} up

        """;

    /// <summary>What comes in on one interface goes out of the other, as it is (l2xc).</summary>
    /// <param name="left">VPP's name of one interface, such as <c>GigabitEthernet0/6/0</c>.</param>
    /// <param name="right">That of the other.</param>
    /// <exception cref="ScriptTemplateException">A name cannot be one.</exception>
    public static string L2CrossConnect(string left, string right) =>
        Fill(CrossConnect, ("left", left), ("right", right));

    /// <summary>Packets are routed between networks, of IPv4 or IPv6 (ip4, ip6), of which there may be many (ip4scale).</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other.</param>
    /// <exception cref="ScriptTemplateException">A name cannot be one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A side has no network.</exception>
    public static string Routed(VppRoute left, VppRoute right) => Fill(
        Route,
        ("left", left.Interface), ("leftAddress", left.Address.ToString()), ("leftPeer", left.Peer.ToString()), ("leftMac", left.PeerMac.ToString()), ("leftNetwork", Networks(left)),
        ("right", right.Interface), ("rightAddress", right.Address.ToString()), ("rightPeer", right.Peer.ToString()), ("rightMac", right.PeerMac.ToString()), ("rightNetwork", Networks(right)));

    /// <summary>Addresses are translated (nat44); goes behind <see cref="Routed"/>. The workload needs <see cref="VppWorkload.UsesNat"/>.</summary>
    /// <exception cref="ScriptTemplateException">A name cannot be one.</exception>
    public static string Nat44(VppNat44 nat)
    {
        var enabled = nat.Sessions is { } sessions ? string.Create(CultureInfo.InvariantCulture, $"nat44 plugin enable sessions {sessions}\n") : "";
        return enabled
            + Fill(Translation, ("inside", nat.Inside), ("outside", nat.Outside))
            + string.Concat(nat.Addresses.Select(static address => $"nat44 add address {address}\n"));
    }

    /// <summary>
    /// Packets to some networks go through a tunnel, encrypted (ipsec); goes behind <see cref="Routed"/>. The workload needs
    /// <see cref="VppWorkload.UsesIpsec"/>.
    /// </summary>
    /// <exception cref="ScriptTemplateException">A name cannot be one.</exception>
    /// <exception cref="ArgumentException">A key is not as long as its cipher takes.</exception>
    public static string IpsecTunnel(VppIpsecTunnel tunnel)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"ipip{tunnel.Number}");
        return tunnel.Out.ToCommand() + tunnel.In.ToCommand()
            + Fill(
                Tunnel,
                ("local", tunnel.Local.ToString()), ("remote", tunnel.Remote.ToString()), ("number", Text(tunnel.Number)), ("tunnel", name),
                ("in", Text(tunnel.In.Id)), ("out", Text(tunnel.Out.Id)), ("interface", tunnel.Interface))
            + string.Concat(tunnel.Networks.Select(network => $"ip route add {network} via {name}\n"));
    }

    /// <summary>Makes interfaces of virtio devices, driven by VPP itself; goes before all that names them.</summary>
    public static string CreateVirtio(params IEnumerable<PciBdf> devices) => string.Concat(devices.Select(static device => $"create interface virtio {device}\n"));

    /// <summary>Makes interfaces of Intel's virtual functions, driven by VPP itself; goes before all that names them.</summary>
    /// <param name="rxQueues">Receive queues of each.</param>
    /// <param name="devices">The functions.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no queue.</exception>
    public static string CreateAvf(int rxQueues, params IEnumerable<PciBdf> devices)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rxQueues, 1);
        return string.Concat(devices.Select(device => string.Create(CultureInfo.InvariantCulture, $"create interface avf {device} num-rx-queues {rxQueues}\n")));
    }

    /// <summary>VPP's name of an interface that its DPDK plugin drives: <c>GigabitEthernet0/6/0</c>, of bus, slot and function in hex.</summary>
    public static string DpdkName(PciBdf device) =>
        string.Create(CultureInfo.InvariantCulture, $"GigabitEthernet{device.Bus:x}/{device.Slot:x}/{device.Function:x}");

    /// <summary>VPP's name of an interface of <see cref="CreateVirtio"/>: <c>virtio-0/0/6/0</c>, of domain, bus, slot and function in hex.</summary>
    public static string VirtioName(PciBdf device) => $"virtio-{Place(device)}";

    /// <summary>VPP's name of an interface of <see cref="CreateAvf"/>: <c>avf-0/0/6/0</c>, of domain, bus, slot and function in hex.</summary>
    public static string AvfName(PciBdf device) => $"avf-{Place(device)}";

    private static string Place(PciBdf device) =>
        string.Create(CultureInfo.InvariantCulture, $"{device.Domain:x}/{device.Bus:x}/{device.Slot:x}/{device.Function:x}");

    private static string Networks(VppRoute side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side.Count, 1, nameof(side));
        return side.Count == 1 ? side.Network.ToString() : string.Create(CultureInfo.InvariantCulture, $"{side.Network} count {side.Count}");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Fill(string template, params IEnumerable<(string Key, string Value)> values) =>
        ScriptTemplate.Parse(template).Fill(values.ToDictionary(static pair => pair.Key, static pair => pair.Value));
}

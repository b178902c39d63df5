using System.Net;
using System.Text;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>The scripts of network functions, word for word, and to VPP itself where there is one.</summary>
public sealed class VppScriptsTests
{
    private static readonly VppRoute Left = new("a", "1.1.1.1/30", IPAddress.Parse("1.1.1.2"), "02:00:00:00:00:01", "10.0.0.0/8");
    private static readonly VppRoute Right = new("b", "2.2.2.1/30", IPAddress.Parse("2.2.2.2"), "02:00:00:00:00:02", "20.0.0.0/8");

    private static readonly VppIpsecTunnel Tunnel = new(
        "b",
        IPAddress.Parse("2.2.2.1"),
        IPAddress.Parse("2.2.2.2"),
        new VppSecurityAssociation(10, 1001, VppCipher.AesGcm128, Key(16)),
        new VppSecurityAssociation(20, 1000, VppCipher.AesGcm256, Key(32)),
        ["30.0.0.0/8", "40.0.0.0/8"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Routers_know_their_neighbours() => Assert.Equal(
        """
        set interface state a up
        set interface state b up
        set interface ip address a 1.1.1.1/30
        set interface ip address b 2.2.2.1/30
        set ip neighbor a 1.1.1.2 02:00:00:00:00:01 static
        set ip neighbor b 2.2.2.2 02:00:00:00:00:02 static
        ip route add 10.0.0.0/8 via 1.1.1.2 a
        ip route add 20.0.0.0/8 via 2.2.2.2 b

        """,
        VppScripts.Routed(Left, Right));

    [Fact]
    public void Routers_of_IPv6_are_the_same()
    {
        var script = VppScripts.Routed(
            new VppRoute("a", "2001:1::1/64", IPAddress.Parse("2001:1::2"), "02:00:00:00:00:01", "2001:a::/32"),
            new VppRoute("b", "2001:2::1/64", IPAddress.Parse("2001:2::2"), "02:00:00:00:00:02", "2001:b::/32"));

        Assert.Contains("set interface ip address b 2001:2::1/64\n", script, StringComparison.Ordinal);
        Assert.Contains("set ip neighbor a 2001:1::2 02:00:00:00:00:01 static\n", script, StringComparison.Ordinal);
        Assert.Contains("ip route add 2001:b::/32 via 2001:2::2 b\n", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_networks_are_one_command()
    {
        Assert.EndsWith(
            "ip route add 10.0.0.0/30 count 10000 via 1.1.1.2 a\nip route add 20.0.0.0/8 via 2.2.2.2 b\n",
            VppScripts.Routed(Left with { Network = "10.0.0.0/30", Count = 10_000 }, Right),
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => VppScripts.Routed(Left with { Count = 0 }, Right));
    }

    [Fact]
    public void Translated_addresses_are_told()
    {
        var nat = new VppNat44("a", "b", [IPAddress.Parse("68.142.68.0"), IPAddress.Parse("68.142.68.1")]);

        Assert.Equal("set interface nat44 in a out b\nnat44 add address 68.142.68.0\nnat44 add address 68.142.68.1\n", VppScripts.Nat44(nat));
        Assert.StartsWith("nat44 plugin enable sessions 64512\nset interface nat44 in a out b\n", VppScripts.Nat44(nat with { Sessions = 64_512 }), StringComparison.Ordinal);
    }

    // The page of network functions has both: this workload, and what VPP runs then.
    [Fact]
    public void Router_that_translates_addresses_is_one_whole_script()
    {
        var router = new VppWorkload(static nics =>
        {
            var (left, right) = (VppScripts.AvfName(nics[0].GuestDevice), VppScripts.AvfName(nics[1].GuestDevice));
            return VppScripts.CreateAvf(rxQueues: 1, nics[0].GuestDevice, nics[1].GuestDevice)
                + VppScripts.Routed(
                    new VppRoute(left, "1.1.1.1/30", IPAddress.Parse("1.1.1.2"), "02:00:00:00:00:01", "10.0.0.0/30") { Count = 10_000 },
                    new VppRoute(right, "2.2.2.1/30", IPAddress.Parse("2.2.2.2"), "02:00:00:00:00:02", "20.0.0.0/30") { Count = 10_000 })
                + VppScripts.Nat44(new VppNat44(left, right, [IPAddress.Parse("68.142.68.0")]));
        })
        {
            Driver = VppDriver.Avf, UsesNat = true,
        };
        const string Script =
            """
            create interface avf 0000:00:06.0 num-rx-queues 1
            create interface avf 0000:00:07.0 num-rx-queues 1
            set interface state avf-0/0/6/0 up
            set interface state avf-0/0/7/0 up
            set interface ip address avf-0/0/6/0 1.1.1.1/30
            set interface ip address avf-0/0/7/0 2.2.2.1/30
            set ip neighbor avf-0/0/6/0 1.1.1.2 02:00:00:00:00:01 static
            set ip neighbor avf-0/0/7/0 2.2.2.2 02:00:00:00:00:02 static
            ip route add 10.0.0.0/30 count 10000 via 1.1.1.2 avf-0/0/6/0
            ip route add 20.0.0.0/30 count 10000 via 2.2.2.2 avf-0/0/7/0
            set interface nat44 in avf-0/0/6/0 out avf-0/0/7/0
            nat44 add address 68.142.68.0
            show version

            """;

        var files = router.Prepare(new WorkloadContext(1, Cpus: 2, Queues: 1, [new VnfNic(1, "6.0"), new VnfNic(2, "7.0")])).Files;

        Assert.Equal(Script, Encoding.UTF8.GetString(files[1].Content.Span));
        Assert.Contains($"```\n{Script}```\n", File.ReadAllText(Checkout.File("docs", "nfv.md")), StringComparison.Ordinal);
        Assert.EndsWith(
            """
              plugin avf_plugin.so {
                enable
              }
              plugin nat_plugin.so {
                enable
              }
            }
            nat {
              endpoint-dependent
            }

            """,
            Encoding.UTF8.GetString(files[0].Content.Span),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Tunnels_have_a_key_for_each_direction()
    {
        Assert.Equal(
            """
            ipsec sa add 10 spi 1001 esp crypto-alg aes-gcm-128 crypto-key 000102030405060708090a0b0c0d0e0f
            ipsec sa add 20 spi 1000 esp crypto-alg aes-gcm-256 crypto-key 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
            create ipip tunnel src 2.2.2.1 dst 2.2.2.2 instance 0
            ipsec tunnel protect ipip0 sa-in 20 sa-out 10
            set interface unnumbered ipip0 use b
            set interface state ipip0 up
            ip route add 30.0.0.0/8 via ipip0
            ip route add 40.0.0.0/8 via ipip0

            """,
            VppScripts.IpsecTunnel(Tunnel));
        Assert.Contains("ip route add 30.0.0.0/8 via ipip3\n", VppScripts.IpsecTunnel(Tunnel with { Number = 3 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Key_of_another_length_is_refused_and_none_is_shown()
    {
        var refused = Assert.Throws<ArgumentException>(static () => VppScripts.IpsecTunnel(Tunnel with { In = Tunnel.In with { Key = Key(16) } }));

        Assert.Equal("The key of security association 20 has 16 bytes, and aes-gcm-256 takes 32.", refused.Message);
        Assert.Contains("Out = 10, SPI 1001, aes-gcm-128, In = 20, SPI 1000, aes-gcm-256", $"{Tunnel}", StringComparison.Ordinal);
    }

    [Fact]
    public void Interfaces_are_named_as_VPP_does()
    {
        PciBdf device = "0001:5e:0a.3";

        Assert.Equal(("GigabitEthernet5e/a/3", "virtio-1/5e/a/3", "avf-1/5e/a/3"), (VppScripts.DpdkName(device), VppScripts.VirtioName(device), VppScripts.AvfName(device)));
        Assert.Equal("create interface virtio 0000:00:06.0\ncreate interface virtio 0000:00:07.0\n", VppScripts.CreateVirtio("0000:00:06.0", "0000:00:07.0"));
        Assert.Equal("create interface avf 0000:00:06.0 num-rx-queues 2\n", VppScripts.CreateAvf(2, "0000:00:06.0"));
        Assert.Throws<ArgumentOutOfRangeException>(static () => VppScripts.CreateAvf(0, "0000:00:06.0"));
    }

    [Fact]
    public void Names_cannot_bring_commands_along() =>
        Assert.Throws<ScriptTemplateException>(static () => VppScripts.Nat44(new VppNat44("a\nquit", "b", [])));

    // No distribution that the tests know has a package of VPP; the texts above are what is held where there is none.
    [Fact]
    public async Task VPP_takes_the_configuration_and_the_scripts_where_there_is_one()
    {
        var script = "create loopback interface\ncreate loopback interface\n"
            + VppScripts.Routed(Left with { Interface = "loop0", Count = 10 }, Right with { Interface = "loop1" })
            + VppScripts.IpsecTunnel(Tunnel with { Interface = "loop1" })
            + VppScripts.L2CrossConnect("loop0", "loop1");
        if (Tools.Find("vpp") is not { } vpp)
        {
            Assert.StartsWith("create loopback interface\n", script, StringComparison.Ordinal);
            Assert.EndsWith("set interface l2 xconnect loop1 loop0\n", script, StringComparison.Ordinal);
            return;
        }

        Assert.DoesNotContain("unknown input", await RunAsync(vpp, script), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string vpp, string script)
    {
        await using var host = new VnfHost();
        var startup = new CsitStartup { Cpus = 1, Exec = host.File("setup.exec"), CliListen = host.File("cli.sock"), ApiSocket = host.File("api.sock"), UsesIpsec = true };
        await File.WriteAllTextAsync(startup.Exec, $"{script}show version\n", Token);
        await File.WriteAllTextAsync(host.File("startup.conf"), startup.ToConfig().ToText(), Token);
        await using var process = await host.Host.StartProcessAsync(
            new HostCommand("sh", ["-c", "exec \"$@\" 2>&1", "sh", vpp, .. new VppCommand { Configuration = host.File("startup.conf") }.ToArguments()]), Token);
        var said = new StringBuilder();
        using var reader = new StreamReader(process.Stdout);
        while (!said.ToString().Contains("built by", StringComparison.Ordinal))
        {
            var line = await reader.ReadLineAsync(Token);
            Assert.True(line is not null, $"VPP has ended: {said}");
            said.AppendLine(line);
        }

        return said.ToString();
    }

    private static byte[] Key(int bytes) => [.. Enumerable.Range(0, bytes).Select(static number => (byte)number)];
}

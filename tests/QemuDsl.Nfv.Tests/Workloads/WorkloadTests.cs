using System.Text;

namespace QemuDsl.Nfv.Tests;

/// <summary>What each workload takes in the guest.</summary>
public sealed class WorkloadTests
{
    private static readonly WorkloadContext Context = new(
        1, Cpus: 2, Queues: 1, [new VnfNic(1, "6.0") { Mac = "52:54:00:00:01:01" }, new VnfNic(2, "7.0") { Mac = "52:54:00:00:01:02" }]);

    [Fact]
    public void Workloads_yield_files_a_command_and_drivers()
    {
        var script = VppScripts.L2CrossConnect(VppScripts.DpdkName("0000:00:06.0"), VppScripts.DpdkName("0000:00:07.0"));
        var vpp = new VppWorkload(script) { Program = "/usr/bin/vpp", UsesNat = true }.Prepare(Context);

        Assert.Equal(["/usr/bin/vpp", "-c", "/run/vpp/startup.conf"], vpp.Command);
        Assert.Equal(["/run/vpp/startup.conf", "/run/vpp/setup.exec"], vpp.Files.Select(static file => file.Path));
        Assert.Contains("  dev 0000:00:07.0\n", Text(vpp.Files[0]), StringComparison.Ordinal);
        Assert.Contains("  exec /run/vpp/setup.exec\n", Text(vpp.Files[0]), StringComparison.Ordinal);
        Assert.Contains("plugin nat_plugin.so", Text(vpp.Files[0]), StringComparison.Ordinal);
        Assert.Contains("set interface l2 xconnect GigabitEthernet0/6/0 GigabitEthernet0/7/0\n", Text(vpp.Files[1]), StringComparison.Ordinal);
        Assert.Equal([("0000:00:06.0", "uio_pci_generic"), ("0000:00:07.0", "uio_pci_generic")], vpp.Drivers.Select(static pair => (pair.Device.ToString(), pair.Driver)));
    }

    [Theory]
    [InlineData(VppDriver.Dpdk, "dpdk_plugin.so")]
    [InlineData(VppDriver.Avf, "avf_plugin.so")]
    [InlineData(VppDriver.Virtio, null)]
    public void Driver_of_VPP_decides_its_plugins(VppDriver driver, string? plugin)
    {
        var startup = Text(new VppWorkload("") { Driver = driver }.Prepare(Context).Files[0]);

        Assert.Equal(plugin == "dpdk_plugin.so", startup.Contains("dpdk_plugin.so", StringComparison.Ordinal));
        Assert.Equal(plugin == "avf_plugin.so", startup.Contains("avf_plugin.so", StringComparison.Ordinal));
    }

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
        VppScripts.Routed(
            new VppRoute("a", "1.1.1.1/30", System.Net.IPAddress.Parse("1.1.1.2"), "02:00:00:00:00:01", "10.0.0.0/8"),
            new VppRoute("b", "2.2.2.1/30", System.Net.IPAddress.Parse("2.2.2.2"), "02:00:00:00:00:02", "20.0.0.0/8")));

    [Fact]
    public void Testpmd_has_the_devices_and_the_neighbours()
    {
        var setup = new TestPmdWorkload { Peers = ["02:00:00:00:00:01", "02:00:00:00:00:02"], Change = static command => command with { Eal = command.Eal with { FilePrefix = "x" } } }
            .Prepare(Context);

        Assert.Equal("dpdk-testpmd", setup.Command[0]);
        Assert.Contains("0000:00:07.0", setup.Command);
        Assert.Contains("--eth-peer=1,02:00:00:00:00:02", setup.Command);
        Assert.Contains("--file-prefix=x", setup.Command);
        Assert.True(setup.HasInput);
    }

    [Fact]
    public void Iperf3_has_its_addresses()
    {
        var setup = new Iperf3Workload { Port = 22, Addresses = ["2.2.2.2/30"] }.Prepare(Context);

        Assert.Equal(["iperf3", "--server", "--forceflush", "--port", "22"], setup.Command);
        Assert.Equal(("0000:00:06.0", "2.2.2.2/30"), Assert.Single(setup.Addresses.Select(static pair => (pair.Device.ToString(), pair.Address.ToString()))));
        Assert.Throws<ArgumentException>(() => new Iperf3Workload { Addresses = ["1.1.1.1/30", "1.1.1.1/30", "1.1.1.1/30"] }.Prepare(Context));
    }

    [Theory]
    [InlineData("2.2.2.2")]
    [InlineData("2.2.2.2/33")]
    [InlineData("2.2.2.2/-1")]
    [InlineData("2.2.2.2/30; reboot")]
    [InlineData("x/30")]
    [InlineData("::1/129")]
    [InlineData("")]
    public void What_is_no_address_of_an_interface_is_refused(string text) => Assert.Throws<FormatException>(() => InterfaceAddress.Parse(text));

    private static string Text(GuestFile file) => Encoding.UTF8.GetString(file.Content.Span);
}

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
        Assert.Equal($"{script}show version\n", Text(vpp.Files[1]));
        Assert.Equal([("0000:00:06.0", "uio_pci_generic"), ("0000:00:07.0", "uio_pci_generic")], vpp.Drivers.Select(static pair => (pair.Device.ToString(), pair.Driver)));
    }

    // It is what the start waits for.
    [Theory]
    [InlineData("", "show version\n")]
    [InlineData("set interface state a up", "set interface state a up\nshow version\n")]
    [InlineData("set interface state a up\n", "set interface state a up\nshow version\n")]
    [InlineData("show version verbose\n", "show version verbose\nshow version\n")]
    [InlineData("show logging\n  show version", "show logging\n  show version")]
    public void VPP_shows_its_version_whatever_its_script_says(string script, string written) =>
        Assert.Equal(written, Text(new VppWorkload(script).Prepare(Context).Files[1]));

    [Fact]
    public void Script_of_VPP_follows_from_the_places_the_interfaces_got()
    {
        var vm = new VnfVm
        {
            Kernel = new KernelFiles("5.4", "/boot/vmlinuz-5.4", "/lib/modules/5.4"),
            Workload = new VppWorkload(CrossConnect) { Driver = VppDriver.Virtio },
            Interfaces = [new VhostUserInterface("/run/a") { Address = "a.0" }, new VhostUserInterface("/run/b")],
        };

        var setup = vm.Workload.Prepare(Context with { Nics = vm.ToCommand().GetInterfaces() });

        Assert.Equal(
            """
            create interface virtio 0000:00:0a.0
            create interface virtio 0000:00:07.0
            set interface state virtio-0/0/a/0 up
            set interface state virtio-0/0/7/0 up
            set interface l2 xconnect virtio-0/0/a/0 virtio-0/0/7/0
            set interface l2 xconnect virtio-0/0/7/0 virtio-0/0/a/0
            show version

            """,
            Text(setup.Files[1]));

        static string CrossConnect(IReadOnlyList<VnfNic> nics) =>
            VppScripts.CreateVirtio(nics.Select(static nic => nic.GuestDevice))
            + VppScripts.L2CrossConnect(VppScripts.VirtioName(nics[0].GuestDevice), VppScripts.VirtioName(nics[1].GuestDevice));
    }

    [Fact]
    public void What_VPP_is_told_reaches_its_configuration()
    {
        var context = Context with { Cpus = 4, Queues = 2 };
        var usual = Text(new VppWorkload("").Prepare(context).Files[0]);
        var jumbo = Text(new VppWorkload("") { Queues = 3, UsesJumboFrames = true, UsesIpsec = true }.Prepare(context).Files[0]);

        Assert.Contains("  main-core 0\n  corelist-workers 1-3\n", usual, StringComparison.Ordinal);
        Assert.Contains("    num-rx-queues 2\n", usual, StringComparison.Ordinal);
        Assert.Contains("  no-multi-seg\n  no-tx-checksum-offload\n", usual, StringComparison.Ordinal);
        Assert.DoesNotContain("crypto", usual, StringComparison.Ordinal);
        Assert.Contains("    num-rx-queues 3\n", jumbo, StringComparison.Ordinal);
        Assert.DoesNotContain("no-multi-seg", jumbo, StringComparison.Ordinal);
        Assert.All(["crypto_native", "crypto_ipsecmb", "crypto_openssl"], plugin => Assert.Contains($"  plugin {plugin}_plugin.so {{\n    enable\n", jumbo, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("20.02", "-w")]
    [InlineData("22.11", "-a")]
    [InlineData(null, "-a")]
    public void Testpmd_gets_the_spelling_of_its_release(string? version, string option)
    {
        var setup = new TestPmdWorkload { Version = version is null ? default(ProgramVersion?) : ProgramVersion.Parse(version) }.Prepare(Context);

        Assert.Equal([option, "0000:00:06.0", option, "0000:00:07.0"], setup.Command.SkipWhile(static word => word is not ("-w" or "-a")).Take(4));
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
    public void What_testpmd_is_told_reaches_its_command()
    {
        var context = Context with { Cpus = 4, Queues = 2 };
        var usual = new TestPmdWorkload().Prepare(context);
        var jumbo = new TestPmdWorkload { Program = "/opt/dpdk/testpmd", Queues = 3, UsesJumboFrames = true, Driver = "vfio-pci" }.Prepare(context with { Cpus = 2 });

        Assert.Equal(["dpdk-testpmd", "-v", "-l", "0-3"], usual.Command.Take(4));
        Assert.All(["--txq=2", "--rxq=2", "--max-pkt-len=1518", "--nb-cores=3"], option => Assert.Contains(option, usual.Command));
        Assert.Equal(["/opt/dpdk/testpmd", "-v", "-l", "0-1"], jumbo.Command.Take(4));
        Assert.All(["--txq=3", "--rxq=3", "--max-pkt-len=9200", "--nb-cores=1"], option => Assert.Contains(option, jumbo.Command));
        Assert.Equal(("vfio-pci", "0000:00:07.0 vfio-pci"), (Assert.Single(jumbo.Modules), $"{jumbo.Drivers[1].Device} {jumbo.Drivers[1].Driver}"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TestPmdWorkload().Prepare(context with { Cpus = 1 }));
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

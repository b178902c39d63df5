using CsCheck;
using QemuDsl.Devices;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>Places, hardware addresses and options of interfaces.</summary>
public sealed class InterfaceTests
{
    private const string Absent = "ffff:1f:1f.7";

    [Fact]
    public void Interfaces_follow_each_other_in_slots_and_hardware_addresses()
    {
        var nics = Qemu.Pc().AddVhostUserInterface(3, "/run/a").AddVfioInterface(3, "0000:5e:00.1").AddVhostUserInterface(3, "/run/b").GetInterfaces();

        Assert.Equal(["0000:00:06.0", "0000:00:07.0", "0000:00:08.0"], nics.Select(static nic => nic.GuestDevice.ToString()));
        Assert.Equal(["52:54:00:00:03:01", null, "52:54:00:00:03:03"], nics.Select(static nic => nic.Mac?.ToString()));
        Assert.Equal(["/run/a", null, "/run/b"], nics.Select(static nic => nic.Socket));
        Assert.Equal([null, "0000:5e:00.1", null], nics.Select(static nic => nic.HostDevice?.ToString()));
        Assert.Equal([1, 2, 3], nics.Select(static nic => nic.Number));
    }

    [Fact]
    public void Options_are_those_CSIT_measures_with() => Assert.Equal(
        [
            "-chardev", "socket,id=char1,path=/run/vpp/sock-1-1,server=on",
            "-netdev", "vhost-user,id=vhost1,chardev=char1,queues=2",
            "-device", "virtio-net-pci,id=nic1,vectors=6,netdev=vhost1,mac=52:54:00:00:01:01,mq=on,rx_queue_size=1024,tx_queue_size=1024,csum=off,gso=off,"
                + "guest_tso4=off,guest_tso6=off,guest_ecn=off,addr=6.0",
        ],
        Added(new VhostUserInterface("/run/vpp/sock-1-1") { Role = VhostUserRole.Listen, Queues = 2, QueueSize = 1024 }));

    [Fact]
    public void Every_parameter_of_an_interface_is_told() => Assert.Equal(
        [
            "-chardev", "socket,id=char1,path=/run/vpp/sock,reconnect=3",
            "-netdev", "vhost-user,id=vhost1,chardev=char1,queues=4",
            "-device", "virtio-net-pci,id=nic1,vectors=10,netdev=vhost1,mac=52:54:00:00:09:01,mq=on,rx_queue_size=512,tx_queue_size=512,csum=on,gso=on,"
                + "mrg_rxbuf=off,guest_tso4=on,guest_tso6=on,guest_ecn=on,packed=on,addr=6.0",
        ],
        Qemu.Pc().AddVhostUserInterface(
            id: 9, socket: "/run/vpp/sock", role: VhostUserRole.Connect, queues: 4, queueSize: 512, csum: true, gso: true, mergeable: false, packed: true,
            features: null, reconnect: TimeSpan.FromSeconds(3), version: new QemuVersion(7, 2)).Arguments.SkipWhile(static argument => argument != "-chardev"));

    [Fact]
    public void GSO_is_told_to_both_sides() => Assert.Contains(
        "csum=on,gso=on,mrg_rxbuf=off,guest_tso4=on,guest_tso6=on,guest_ecn=on",
        Sorted(Added(new VhostUserInterface("/s") { Csum = true, Gso = true, Mergeable = false }), "csum", "gso", "mrg_rxbuf", "guest_tso4", "guest_tso6", "guest_ecn"),
        StringComparison.Ordinal);

    [Fact]
    public void Features_switch_each_key() => Gen.Enum<VirtioFeatures>().Array[0, 18].Sample(static flags =>
    {
        var features = flags.Aggregate(VirtioFeatures.None, static (all, one) => all | one);
        var device = (VirtioNetPci)Qemu.Pc().AddVhostUserInterface(1, "/s", features: features).Options[^1];
        bool?[] keys =
        [
            device.Csum, device.GuestCsum, device.Gso, device.GuestTso4, device.GuestTso6, device.GuestEcn, device.GuestUfo, device.HostTso4,
            device.HostTso6, device.HostEcn, device.HostUfo, device.MrgRxBuf, device.CtrlVq, device.GuestAnnounce, device.MultiQueue, device.AnyLayout,
            device.IndirectDesc, device.Packed,
        ];
        var bits = Enum.GetValues<VirtioFeatures>().Where(static feature => feature != VirtioFeatures.None);
        Assert.Equal(bits.Select(bit => (bool?)features.HasFlag(bit)), keys);
    });

    [Theory]
    [InlineData("7.2.22", "reconnect=2")]
    [InlineData("9.1.0", "reconnect=2")]
    [InlineData("9.2.0", "reconnect-ms=1500")]
    [InlineData("10.2.0", "reconnect-ms=1500")]
    public void Reconnecting_is_told_in_the_unit_of_the_version(string version, string expected)
    {
        var parsed = QemuVersion.Parse(version);
        var command = Qemu.Pc().WithMemory(64.MiB(), share: true)
            .AddVhostUserInterface(1, "/s", reconnect: TimeSpan.FromMilliseconds(1500), version: parsed);

        Assert.Contains(expected, command.Arguments.Single(static argument => argument.StartsWith("socket,", StringComparison.Ordinal)).Split(','));
        Assert.DoesNotContain(command.Check(parsed), static finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Explicit_places_win_wherever_they_stand()
    {
        var nics = Qemu.Pc().AddVirtioRngPci(address: "8.0").AddInterfaces(
            1,
            [
                new VhostUserInterface("/a"), new VhostUserInterface("/b"), new VhostUserInterface("/c"),
                new VhostUserInterface("/d") { Address = "6.0", Mac = "52:54:00:00:01:02" },
            ]).GetInterfaces();

        Assert.Equal(["7.0", "9.0", "a.0", "6.0"], nics.Select(static nic => nic.Address.ToString()));
        Assert.Equal(["52:54:00:00:01:01", "52:54:00:00:01:03", "52:54:00:00:01:04", "52:54:00:00:01:02"], nics.Select(static nic => nic.Mac.ToString()));
    }

    [Fact]
    public void Places_that_are_taken_are_refused()
    {
        var command = Qemu.Pc().AddVhostUserInterface(1, "/a");

        Assert.Contains("6.0 is taken", Refused(new VhostUserInterface("/b") { Address = "6.0" }), StringComparison.Ordinal);
        Assert.Contains("52:54:00:00:01:01 is taken", Refused(new VhostUserInterface("/b") { Mac = "52:54:00:00:01:01" }), StringComparison.Ordinal);

        string Refused(VnfInterface wanted) => Assert.Throws<ArgumentException>(() => command.AddInterfaces(1, [wanted])).Message;
    }

    [Fact]
    public void Bus_without_a_slot_left_is_told()
    {
        var command = Enumerable.Range(0, 28).Aggregate(Qemu.Pc(), static (command, number) => command.AddVhostUserInterface(1, $"/{number}"));

        Assert.Equal(28, command.GetInterfaces().Select(static nic => nic.Address).Distinct().Count());
        Assert.DoesNotContain(command.WithMemory(64.MiB(), share: true).Check(), static finding => finding.Severity == Severity.Error);
        var failure = Assert.Throws<ArgumentException>(() => Enumerable.Range(0, 4).Aggregate(command, static (command, _) => command.AddVhostUserInterface(1, "/x")));
        Assert.Contains("There is no PCI slot left", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public void Numbers_that_are_no_byte_are_refused(int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new VnfId(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VnfId(1).Mac(number));
    }

    [Fact]
    public void Names_come_from_the_number() => Assert.Equal("vnf200", new VnfId(200).Name);

    private static IEnumerable<string> Added(VnfInterface wanted) =>
        Qemu.Pc().AddInterfaces(1, [wanted]).Arguments.SkipWhile(static argument => argument != "-chardev");

    private static string Sorted(IEnumerable<string> arguments, params string[] keys)
    {
        var device = arguments.Last().Split(',');
        return string.Join(',', keys.Select(key => device.Single(pair => pair.StartsWith(key + "=", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("7.2.22", false, true)]
    [InlineData("7.2.22", true, false)]
    [InlineData("8.0.0", false, false)]
    public void MSI_X_is_beyond_an_old_QEMU_without_KVM(string version, bool isKvm, bool isBeyond) =>
        Assert.Equal(isBeyond, MsixLimit.IsThere(QemuVersion.Parse(version), isKvm));

    // There is no such card: QEMU takes each key, and looks for the card then.
    [Theory]
    [InlineData(QemuBinaries.Installed)]
    [InlineData(QemuBinaries.Unpacked)]
    public async Task Card_of_the_host_is_taken_up_to_where_it_is_missing(string name)
    {
        await using var host = new VnfHost();
        var command = Qemu.Pc().WithProgram(QemuBinaries.Require(name, "x86_64").Path).WithTcg().AddVfioInterface(1, Absent);

        var failure = await Assert.ThrowsAsync<QemuStartException>(
            () => host.Host.StartAsync(command, new VmOptions { CheckVfio = false }, TestContext.Current.CancellationToken));

        Assert.Contains($"-device vfio-pci,id=nic1,host={Absent},addr=6.0: vfio /sys/bus/pci/devices/{Absent}: no such host device", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Network_function_with_a_card_of_the_host_asks_for_it_and_tells_QEMU_its_place()
    {
        await using var host = new VnfHost();
        var (vm, token) = (await host.MarkerVmAsync(), TestContext.Current.CancellationToken);
        var vnf = new VnfVm { Kernel = vm.Kernel, Busybox = vm.Busybox, Workload = vm.Workload, Interfaces = [new VfioInterface(Absent) { Address = "a.0" }] };

        var asked = await Assert.ThrowsAsync<HostException>(() => host.Host.StartAsync(vnf, cancellationToken: token));
        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.Host.StartAsync(vnf, new VmOptions { CheckVfio = false }, cancellationToken: token));

        Assert.Contains($"{Absent} does not exist", asked.Message, StringComparison.Ordinal);
        Assert.Contains($"-device vfio-pci,id=nic1,host={Absent},addr=a.0: vfio /sys/bus/pci/devices/{Absent}: no such host device", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_without_MSI_X_is_one_of_vhost_user_that_does_not_tell_its_vectors()
    {
        var (host, program, token) = (new LocalHost(), Tools.Qemu("x86_64"), TestContext.Current.CancellationToken);
        OptionList<VnfInterface> wanted = [new VhostUserInterface("/a"), new VhostUserInterface("/b") { Vectors = 3 }, new VfioInterface("0000:5e:00.1")];

        var suited = await MsixLimit.AvoidAsync(host, program, wanted, token);

        var version = (await host.GetCapabilitiesAsync(program, cancellationToken: token)).Version;
        var isKvm = (await host.ChooseAcceleratorAsync(program, cancellationToken: token)).IsKvm;
        Assert.Equal([MsixLimit.IsThere(version, isKvm) ? new VhostUserInterface("/a") { Vectors = 0 } : wanted[0], wanted[1], wanted[2]], suited);
    }
}

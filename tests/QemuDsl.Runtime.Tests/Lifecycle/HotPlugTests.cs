using System.Text.Json;
using QemuDsl.Accelerators;
using QemuDsl.Blockdevs;
using QemuDsl.Chardevs;
using QemuDsl.Devices;
using QemuDsl.Netdevs;
using QemuDsl.Objects;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class HotPlugTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Qemus => [QemuBinaries.Installed, QemuBinaries.Unpacked];

    [Theory]
    [MemberData(nameof(Qemus))]
    public async Task Network_card_comes_with_its_back_end_and_goes_when_the_guest_says_so(string qemu)
    {
        await using var host = new TestHost();
        await using var vm = await EjectGuestAsync(host, qemu);
        var card = new VirtioNetPci { Netdev = new UserNetdev { Restrict = true, HostFwd = [HostForward.Tcp(0, 22)] }, Mac = "52:54:00:00:00:01" };

        var id = await vm.AddAsync(card, Token);
        Assert.Equal("dev0", id.Value);
        Assert.Contains("dev0", await DevicesAsync(vm));
        Assert.Contains("netdev0", await NetworkAsync(vm), StringComparison.Ordinal);
        await vm.RemoveAsync(card, cancellationToken: Token);

        Assert.DoesNotContain("dev0", await DevicesAsync(vm));
        Assert.DoesNotContain("netdev0", await NetworkAsync(vm), StringComparison.Ordinal);
        Assert.Equal("dev0", (await vm.AddAsync(card, Token)).Value);
    }

    [Theory]
    [MemberData(nameof(Qemus))]
    public async Task Root_port_of_q35_takes_a_device(string qemu)
    {
        await using var host = new TestHost();
        var port = new PcieRootPort { Id = "rp0", Chassis = 1 };
        var command = Qemu.Q35().Add(new TcgAccelerator()).Add(port)
            .AddRaw("-global", "ICH9-LPC.acpi-pci-hotplug-with-bridge-support=off")
            .WithProgram(QemuBinaries.Require(qemu, "x86_64").Path);
        await using var vm = await host.StartAsync(command);
        var card = new VirtioRngPci { PciBus = port };

        await vm.AddAsync(card, Token);
        Assert.Contains("dev0", await DevicesAsync(vm));
        await vm.RemoveAsync(card, cancellationToken: Token);

        Assert.Equal(["rp0"], await DevicesAsync(vm));
    }

    [Theory]
    [MemberData(nameof(Qemus))]
    public async Task USB_SCSI_and_serial_devices_go_without_a_guest(string qemu)
    {
        await using var host = new TestHost();
        var (usb, scsi, serial) = (new QemuXhci(), new VirtioScsiPci(), new VirtioSerialPci());
        var command = Qemu.Pc().Add(new TcgAccelerator()).Add(usb).Add(scsi).Add(serial).WithProgram(QemuBinaries.Require(qemu, "x86_64").Path);
        await using var vm = await host.StartAsync(command, new VmOptions { StartPaused = true });
        IDevice[] devices =
        [
            new UsbTablet { UsbBus = usb },
            new ScsiHd { ScsiBus = scsi, Drive = new NullCoBlockdev { Size = 1.MiB() }, Serial = "s1" },
            new Virtserialport { VirtioSerialBus = serial, Name = "org.example.0", Chardev = new RingbufChardev { Size = 4.KiB() } },
        ];
        var before = await DevicesAsync(vm);

        foreach (var device in devices)
        {
            await vm.AddAsync(device, Token);
        }

        Assert.Equal(before.Count + 3, (await DevicesAsync(vm)).Count);
        foreach (var device in devices)
        {
            await vm.RemoveAsync(device, cancellationToken: Token);
        }

        Assert.Equal(before, await DevicesAsync(vm));
        Assert.DoesNotContain("chardev0", (await QueryAsync(vm, "query-chardev")).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("[]", (await QueryAsync(vm, "query-named-block-nodes")).GetRawText());
    }

    [Fact]
    public async Task Buses_that_take_nothing_now_are_told_before_anything_is_sent()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Qemu.Q35().Add(new TcgAccelerator()));

        await RefusedAsync(vm, new IsaSerial { Chardev = new NullChardev() }, "ISA buses take no devices then");
        await RefusedAsync(vm, new IdeHd { Drive = new NullCoBlockdev() }, "IDE and SATA buses take no devices then");
        await RefusedAsync(vm, new VirtioNetPci { Netdev = new UserNetdev() }, "Add a PcieRootPort to the command");

        Assert.DoesNotContain("-add", vm.Qmp.Trace.Text(static line => line), StringComparison.Ordinal);
        Assert.DoesNotContain("_add", vm.Qmp.Trace.Text(static line => line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_QEMU_says_about_hot_plug_itself_is_the_same_failure()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Qemu.Q35().Add(new TcgAccelerator()));

        var failure = await Assert.ThrowsAsync<HotPlugException>(() => vm.AddAsync(new VirtioNetPci { PciBus = DeviceBus.Pcie("pcie.0"), Netdev = new UserNetdev() }, Token));

        Assert.Equal(HotPlugFailure.NotHotPluggable, failure.Failure);
        Assert.Empty(await NetworkAsync(vm));
    }

    [Fact]
    public async Task Refused_device_takes_its_back_end_back()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Qemu.Pc().Add(new TcgAccelerator()));
        var netdev = new UserNetdev();

        var failure = await Assert.ThrowsAsync<HotPlugException>(() => vm.AddAsync(new VirtioNetPci { Netdev = netdev, Address = "1.0" }, Token));

        Assert.Equal(HotPlugFailure.Refused, failure.Failure);
        Assert.Contains("device_add {\"driver\":\"virtio-net-pci\"", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await NetworkAsync(vm));
        Assert.Equal("netdev0", (await vm.AddAsync(netdev, Token)).Value);
    }

    [Fact]
    public async Task Rule_of_a_record_is_checked_first()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Qemu.Pc().Add(new TcgAccelerator()));

        var failure = await Assert.ThrowsAsync<HotPlugException>(() => vm.AddAsync(new SocketChardev(), Token));

        Assert.Equal(HotPlugFailure.Invalid, failure.Failure);
        Assert.Equal(FindingIds.Requirement, Assert.Single(failure.Findings).Id);
    }

    [Fact]
    public async Task Guest_that_does_not_acknowledge_is_told_and_a_reset_completes_it()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(
            host.Boots(MarkerGuests.BootSector()), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) });
        var card = new E1000 { Netdev = new UserNetdev() };
        await vm.AddAsync(card, Token);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var failure = await Assert.ThrowsAsync<HotPlugException>(() => vm.RemoveAsync(card, TimeSpan.FromMilliseconds(300), Token));
            Assert.Equal(HotPlugFailure.NotAcknowledged, failure.Failure);
            Assert.Contains("'dev0' within 0.3 s", failure.Message, StringComparison.Ordinal);
        }

        await vm.ResetAsync(Token);
        await vm.RemoveAsync(card, cancellationToken: Token);

        Assert.Empty(await NetworkAsync(vm));
    }

    [Fact]
    public async Task Guest_that_refuses_is_told_at_once()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Fake("refuses-unplug"));

        var failure = await Assert.ThrowsAsync<HotPlugException>(() => vm.RemoveAsync("card", TimeSpan.FromHours(1), Token).WaitAsync(TimeSpan.FromSeconds(30), Token));

        Assert.Equal(HotPlugFailure.GuestRefused, failure.Failure);
        Assert.Contains("The guest refused to give 'card' up", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kernel_that_is_busy_in_memory_it_was_given_refuses_to_give_it_up()
    {
        await using var host = new TestHost();
        var linux = TinyLinux.Require();
        var command = TestHost.Empty([.. linux.BootArguments, "-m", "slots=1,maxmem=1G", "-append", $"{TinyLinux.Append} memhp_default_state=online_kernel"]);
        await using var vm = await host.StartAsync(command, new VmOptions { ReadyWhen = Boot.UntilSerial(TinyLinux.ReadyLine) });
        await vm.AddAsync(new MemoryBackendRam { Id = "m1", Size = 128.MiB() }, Token);
        using var dimm = JsonDocument.Parse("""{"driver": "pc-dimm", "id": "dimm", "memdev": "m1"}""");
        var online = vm.WaitAsync(Boot.UntilQmpEvent("ACPI_DEVICE_OST"), cancellationToken: Token);
        await vm.Qmp.ExecuteAsync("device_add", dimm.RootElement, Token);
        await online;

        // Of the kernel's own pages, which nothing moves, some are there then.
        await vm.Serial.WriteAsync("for i in $(seq 60); do sleep 1000 & done; echo fil''led\n", Token);
        await vm.WaitAsync(Boot.UntilSerial("filled"), cancellationToken: Token);
        var failure = await Assert.ThrowsAsync<HotPlugException>(() => vm.RemoveAsync("dimm", TimeSpan.FromHours(1), Token).WaitAsync(TimeSpan.FromMinutes(1), Token));

        Assert.Equal(HotPlugFailure.GuestRefused, failure.Failure);
        Assert.Equal("The guest refused to give 'dimm' up: it is busy there (_OST 0x82).", failure.Message);
    }

    [Fact]
    public async Task Secret_goes_through_a_file_and_never_over_QMP()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Qemu.Pc().Add(new TcgAccelerator()));
        var secret = new Secret { Data = "correct-horse" };

        for (var round = 0; round < 2; round++)
        {
            Assert.Equal("secret0", (await vm.AddAsync(secret, Token)).Value);
            await vm.RemoveAsync(secret, Token);
        }

        var trace = vm.Qmp.Trace.Text(static line => line);
        Assert.Contains($"\"file\":\"{vm.RunDirectory}/secret0.secret\"", trace, StringComparison.Ordinal);
        Assert.DoesNotContain("correct-horse", trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_end_that_others_use_stays_until_they_are_gone()
    {
        await using var host = new TestHost();
        await using var vm = await EjectGuestAsync(host, QemuBinaries.Installed);
        var thread = new IoThread();
        var (first, second) = (Disk(thread), Disk(thread));
        await vm.AddAsync(first, Token);
        await vm.AddAsync(second, Token);

        var busy = await Assert.ThrowsAsync<HotPlugException>(() => vm.RemoveAsync(thread, Token));
        await vm.RemoveAsync(first, cancellationToken: Token);
        Assert.Equal(1, (await QueryAsync(vm, "query-iothreads")).GetArrayLength());
        await vm.RemoveAsync(second, cancellationToken: Token);
        await vm.RemoveAsync(thread, Token);

        Assert.Equal(HotPlugFailure.Refused, busy.Failure);
        Assert.Equal(0, (await QueryAsync(vm, "query-iothreads")).GetArrayLength());
    }

    [Fact]
    public async Task Device_of_the_command_goes_by_record_or_by_id_and_comes_back()
    {
        await using var host = new TestHost();
        var (usb, tablet) = (new QemuXhci(), (UsbTablet?)null);
        tablet = new UsbTablet { UsbBus = usb };
        var command = Qemu.Pc().Add(new TcgAccelerator()).Add(usb).Add(tablet).Add(new UsbKbd { UsbBus = usb, Id = "keys" });
        await using var vm = await host.StartAsync(command, new VmOptions { StartPaused = true });

        await vm.RemoveAsync(tablet, cancellationToken: Token);
        await vm.RemoveAsync("keys", cancellationToken: Token);
        Assert.Equal(["dev0"], await DevicesAsync(vm));
        await vm.AddAsync(tablet, Token);

        Assert.Equal(2, (await DevicesAsync(vm)).Count);
        var twice = await Assert.ThrowsAsync<HotPlugException>(() => vm.AddAsync(tablet, Token));
        Assert.Contains("is part of the VM already", twice.Message, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<HotPlugException>(() => vm.RemoveAsync("nobody", cancellationToken: Token));
        Assert.Equal(HotPlugFailure.Refused, unknown.Failure);
        var foreign = await Assert.ThrowsAsync<HotPlugException>(() => vm.RemoveAsync(new UsbTablet { UsbBus = usb }, cancellationToken: Token));
        Assert.Equal(HotPlugFailure.Invalid, foreign.Failure);
    }

    [Fact]
    public async Task Start_with_raw_arguments_keeps_its_ids()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-netdev", "user,id=netdev0", "-device", "e1000,netdev=netdev0,id=dev0"));

        Assert.Equal("dev1", (await vm.AddAsync(new E1000 { Netdev = new UserNetdev() }, Token)).Value);
        Assert.Equal("dev2", (await vm.AddAsync(new VirtioRngPci(), Token)).Value);

        Assert.Contains("netdev1", await NetworkAsync(vm), StringComparison.Ordinal);
        await vm.RemoveAsync(Netdev.ById("netdev0"), Token);
    }

    [Fact]
    public async Task Given_up_while_QEMU_is_stopped_it_is_taken_back_when_QEMU_comes_back()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Qemu.Pc().Add(new TcgAccelerator()));
        await Processes.SignalAsync(vm.Pid, "STOP");
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => vm.AddAsync(new RingbufChardev(), giveUp.Token));
        await Processes.SignalAsync(vm.Pid, "CONT");
        await vm.AddAsync(new NullChardev { Id = "after" }, Token);

        var chardevs = (await QueryAsync(vm, "query-chardev")).GetRawText();
        Assert.Contains("after", chardevs, StringComparison.Ordinal);
        Assert.DoesNotContain("ringbuf", chardevs, StringComparison.Ordinal);
    }

    private static VirtioBlkPci Disk(IIoThread thread) => new() { Drive = new NullCoBlockdev { Size = 1.MiB() }, IoThread = thread };

    private static async Task<VirtualMachine> EjectGuestAsync(TestHost host, string qemu) => await host.StartAsync(
        host.Boots(MarkerGuests.Eject()) with { Program = QemuBinaries.Require(qemu, "x86_64").Path },
        new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) });

    private static async Task RefusedAsync(VirtualMachine vm, IDevice device, string why)
    {
        var failure = await Assert.ThrowsAsync<HotPlugException>(() => vm.AddAsync(device, Token));
        Assert.Equal(HotPlugFailure.NotHotPluggable, failure.Failure);
        Assert.Equal(FindingIds.NotHotPluggable, Assert.Single(failure.Findings).Id);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }

    private static Task<JsonElement> QueryAsync(VirtualMachine vm, string command) => vm.Qmp.ExecuteAsync(command, default, Token);

    private static async Task<IReadOnlyList<string>> DevicesAsync(VirtualMachine vm)
    {
        using var arguments = JsonDocument.Parse("""{"path": "/machine/peripheral"}""");
        var found = await vm.Qmp.ExecuteAsync("qom-list", arguments.RootElement, Token);
        return [.. found.EnumerateArray().Where(static entry => entry.GetProperty("type").GetString()!.StartsWith("child<", StringComparison.Ordinal))
            .Select(static entry => entry.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];
    }

    private static async Task<string> NetworkAsync(VirtualMachine vm)
    {
        using var arguments = JsonDocument.Parse("""{"command-line": "info network"}""");
        return (await vm.Qmp.ExecuteAsync("human-monitor-command", arguments.RootElement, Token)).GetString()!;
    }
}

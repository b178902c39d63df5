using System.Text.Json;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class SnapshotTests
{
    private static readonly VmOptions UntilMarker = new() { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) };

    public static TheoryData<string, string> Disks
    {
        get
        {
            var disks = new TheoryData<string, string>();
            foreach (var qemu in (string[])[QemuBinaries.Installed, QemuBinaries.Unpacked])
            {
                foreach (var disk in (string[])["drive", "blockdev", "throttled", "unattached", "two"])
                {
                    disks.Add(qemu, disk);
                }
            }

            return disks;
        }
    }

    [Theory]
    [MemberData(nameof(Disks))]
    public async Task Guest_is_taken_back_to_where_it_was_saved(string qemu, string disk)
    {
        await using var host = new TestHost();
        var boot = host.Boots(MarkerGuests.BootSector(), "pc", [.. await DiskAsync(host, disk)]);
        await using var vm = await host.StartAsync(boot with { Program = QemuBinaries.Require(qemu, "x86_64").Path }, UntilMarker);
        await vm.PauseAsync(TestContext.Current.CancellationToken);
        var registers = await RegistersAsync(vm);

        await vm.SaveSnapshotAsync("halted", cancellationToken: TestContext.Current.CancellationToken);
        await vm.ResetAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(registers, await RegistersAsync(vm));
        await vm.LoadSnapshotAsync("halted", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(registers, await RegistersAsync(vm));
        var found = Assert.Single(await vm.ListSnapshotsAsync(TestContext.Current.CancellationToken));
        Assert.Equal("halted", found.Name);
        Assert.True(found.StateSize > new ByteSize(1000));
        Assert.True((DateTimeOffset.UtcNow - found.Taken).Duration() < TimeSpan.FromMinutes(5));
        await vm.DeleteSnapshotAsync("halted", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(await vm.ListSnapshotsAsync(TestContext.Current.CancellationToken));
        Assert.Equal("[]", (await vm.Qmp.ExecuteAsync("query-jobs", cancellationToken: TestContext.Current.CancellationToken)).GetRawText());
    }

    [Fact]
    public async Task Running_guest_goes_on_after_saving_and_loading()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector(), "pc", [.. await DiskAsync(host, "drive")]), UntilMarker);

        await vm.SaveSnapshotAsync("a", cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await IsRunningAsync(vm));
        await vm.LoadSnapshotAsync("a", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(await IsRunningAsync(vm));
    }

    [Fact]
    public async Task Without_an_image_that_holds_snapshots_the_error_says_what_is_there()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector(), "pc", [.. await DiskAsync(host, "raw")]));

        var failure = await Assert.ThrowsAsync<SnapshotException>(
            () => vm.SaveSnapshotAsync("a", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("no qcow2 image that it can write", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nodes that can be written: r0", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await vm.ListSnapshotsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_disk_that_cannot_be_in_the_snapshot_is_named_by_the_job()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty([.. await DiskAsync(host, "blockdev"), .. await DiskAsync(host, "raw")]));

        var failure = await Assert.ThrowsAsync<SnapshotException>(
            () => vm.SaveSnapshotAsync("a", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("'r0' is writable but does not support snapshots. Every disk", failure.Message, StringComparison.Ordinal);
        Assert.Equal("[]", (await vm.Qmp.ExecuteAsync("query-jobs", cancellationToken: TestContext.Current.CancellationToken)).GetRawText());
    }

    [Fact]
    public async Task Taken_and_unknown_names_are_refused_with_those_that_are_there()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty([.. await DiskAsync(host, "drive")]));
        await vm.SaveSnapshotAsync("a", cancellationToken: TestContext.Current.CancellationToken);
        await vm.SaveSnapshotAsync("b", cancellationToken: TestContext.Current.CancellationToken);

        var taken = await Assert.ThrowsAsync<SnapshotException>(() => vm.SaveSnapshotAsync("a", cancellationToken: TestContext.Current.CancellationToken));
        var load = await Assert.ThrowsAsync<SnapshotException>(() => vm.LoadSnapshotAsync("c", cancellationToken: TestContext.Current.CancellationToken));
        var delete = await Assert.ThrowsAsync<SnapshotException>(() => vm.DeleteSnapshotAsync("c", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(
            "Snapshot 'a' could not be saved: there is one of that name. Delete it first, or choose a name that is not among 'a', 'b'.", taken.Message);
        Assert.Equal("Snapshot 'c' could not be loaded: there is none of that name. There are: 'a', 'b'.", load.Message);
        Assert.Equal("c", delete.Snapshot);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("a\nb")]
    public async Task A_name_QEMU_would_take_for_another_is_refused(string name)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());

        await Assert.ThrowsAsync<ArgumentException>(() => vm.SaveSnapshotAsync(name, cancellationToken: TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(
            () => vm.SaveSnapshotAsync(new string('ä', 128) + name, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task QEMU_that_does_not_answer_is_given_up_at_the_deadline()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());
        await Processes.SignalAsync(vm.Pid, "STOP");

        var failure = await Assert.ThrowsAsync<SnapshotException>(
            () => vm.SaveSnapshotAsync("a", TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken));

        Assert.Contains("not ready within 0.1 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_VM_is_told_apart()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty([.. await DiskAsync(host, "drive")]));
        await vm.KillAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<VirtualMachineExitedException>(() => vm.SaveSnapshotAsync("a", cancellationToken: TestContext.Current.CancellationToken));
    }

    private static async Task<IReadOnlyList<string>> DiskAsync(TestHost host, string disk) => disk switch
    {
        "drive" => ["-drive", $"if=ide,format=qcow2,file={await ImageAsync(host, "qcow2", "d")}"],
        "blockdev" => [.. await NodeAsync(host, "q0"), "-device", "virtio-blk-pci,drive=q0"],
        "throttled" =>
        [
            .. await NodeAsync(host, "q0"), "-object", "throttle-group,id=g0", "-blockdev", "driver=throttle,node-name=t0,throttle-group=g0,file=q0",
            "-device", "virtio-blk-pci,drive=t0",
        ],
        "unattached" => await NodeAsync(host, "q0"),
        "two" => [.. await DiskAsync(host, "drive"), .. await DiskAsync(host, "blockdev")],
        _ => ["-blockdev", $"driver=raw,node-name=r0,file.driver=file,file.filename={await ImageAsync(host, "raw", "r")}", "-device", "virtio-blk-pci,drive=r0"],
    };

    private static async Task<IReadOnlyList<string>> NodeAsync(TestHost host, string name) =>
        ["-blockdev", $"driver=qcow2,node-name={name},file.driver=file,file.filename={await ImageAsync(host, "qcow2", name)}"];

    private static async Task<string> ImageAsync(TestHost host, string format, string name)
    {
        var path = host.File($"{name}.{format}");
        await ChildProcess.RunAsync(Tools.Require("qemu-img"), ["create", "-q", "-f", format, path, "8M"], TestContext.Current.CancellationToken);
        return path;
    }

    private static async Task<bool> IsRunningAsync(VirtualMachine vm) =>
        (await vm.Qmp.ExecuteAsync("query-status", cancellationToken: TestContext.Current.CancellationToken)).GetProperty("running").GetBoolean();

    private static async Task<string> RegistersAsync(VirtualMachine vm)
    {
        using var arguments = JsonDocument.Parse("""{"command-line": "info registers"}""");
        var text = await vm.Qmp.ExecuteAsync("human-monitor-command", arguments.RootElement, TestContext.Current.CancellationToken);
        return text.GetString()!;
    }
}

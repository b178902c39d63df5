using System.Diagnostics;
using System.Text;
using QemuDsl.Objects;
using QemuDsl.Runtime;
using QemuDsl.Runtime.Tests;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>Packets that go through a network function: real testpmd on this machine and in the guest.</summary>
[Collection(Alone.Name)]
public sealed class VnfVmTests
{
    private const long Enough = 1_000_000;

    private const string StandInOfVpp =
        """
        #!/bin/sh
        [ "$#" = 2 ] && [ "$1" = -c ] || exit 1
        cat "$2"
        script=$(sed -n 's/^ *exec //p' "$2")
        cat "$script"
        for device in $(sed -n 's/^ *dev \([0-9]\)/\1/p' "$2"); do
            driver=$(readlink "/sys/bus/pci/devices/$device/driver")
            echo "$device has ${driver##*/}"
        done
        grep -qx 'show version' "$script" && echo 'vpp v23.06-release built by root on 7f5d0f2ab9f6 at 2023-06-28T10:31:21'
        sleep 1000

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Packets_go_through_a_guest_in_both_directions()
    {
        await using var host = new VnfHost();
        string[] sockets = [host.File("sock-1"), host.File("sock-2")];
        await using var backEnd = await BackEnd.StartAsync(host.Host, "qdsl-io", sockets);
        var vm = Vnf(await host.VmAsync(new TestPmdWorkload { Program = Tools.Require("dpdk-testpmd") }), sockets);

        await using (var running = await host.Host.StartAsync(vm, new VmOptions { BootTimeout = TimeSpan.FromMinutes(5) }, cancellationToken: Token))
        {
            Assert.Equal(["0000:00:06.0", "0000:00:07.0"], running.Interfaces.Select(static nic => nic.GuestDevice.ToString()));
            await PassAsync(backEnd);
        }
    }

    [Fact]
    public async Task Packets_are_addressed_to_the_neighbours_and_memory_can_be_of_huge_pages()
    {
        await using var host = new VnfHost();
        if (Environment.UserName != "root")
        {
            Missing.Report("huge pages are made by root only");
        }

        string[] sockets = [host.File("sock-1"), host.File("sock-2")];
        var before = await HugePagesAsync();
        await using (var lease = await HugePageLease.AcquireAsync(host.Host, new HugePageRequest(2.GiB()) { PageSize = 2.MiB() }, mount: true, Token))
        await using (var backEnd = await BackEnd.StartAsync(host.Host, "qdsl-mac", sockets))
        {
            OptionList<MacAddress> peers = ["02:00:00:00:00:01", "02:00:00:00:00:02"];
            var vm = Vnf(await host.VmAsync(new TestPmdWorkload { Program = Tools.Require("dpdk-testpmd"), Peers = peers }), sockets) with
            {
                MemoryBackend = new MemoryBackendFile { Size = 2.GiB(), MemPath = lease.MountPoint!, Share = true },
            };

            await using var running = await host.Host.StartAsync(vm, new VmOptions { BootTimeout = TimeSpan.FromMinutes(5) }, cancellationToken: Token);
            await PassAsync(backEnd);
            var from = backEnd.Said.Length;
            await backEnd.SayAsync("stop\nset verbose 1\nset fwd rxonly\nstart tx_first 16");
            await backEnd.UntilAsync("dst=02:00:00:00:00:01", from);
            await backEnd.UntilAsync("dst=02:00:00:00:00:02", from);
        }

        Assert.Equal(before, await HugePagesAsync());

        static Task<string> HugePagesAsync() => File.ReadAllTextAsync("/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", Token);
    }

    // No distribution that the tests know has a package of VPP: a script stands in for it, reads what VPP would, and answers 'show version' in VPP's words.
    [Fact]
    public async Task VPP_has_its_files_and_devices_and_is_at_work_when_it_shows_its_version()
    {
        await using var host = new VnfHost();
        string[] sockets = [host.File("sock-1"), host.File("sock-2")];
        await using var backEnd = await BackEnd.StartAsync(host.Host, "qdsl-vpp", [.. sockets.Select(static socket => $"{socket},queues=3")]);

        // Not below /tmp, which is the guest's own.
        var program = $"/var/tmp/qemu-dsl-{Guid.NewGuid():N}";
        var workload = new VppWorkload(static nics => VppScripts.L2CrossConnect(VppScripts.DpdkName(nics[0].GuestDevice), VppScripts.DpdkName(nics[1].GuestDevice))) { Program = program };
        var vm = Vnf(await host.VmAsync(workload), []) with
        {
            Memory = 512.MiB(),
            GuestHugePages = 2.MiB(),
            Interfaces = [new VhostUserInterface(sockets[0]) { Queues = 2 }, new VhostUserInterface(sockets[1]) { Queues = 3 }],
        };
        try
        {
            await File.WriteAllTextAsync(program, StandInOfVpp, Token);
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

            await using var running = await host.Host.StartAsync(vm, cancellationToken: Token);

            // Its queues are as many as each interface has.
            var files = workload.Prepare(new WorkloadContext(vm.Id, Cpus: 2, Queues: 2, running.Interfaces)).Files.Select(static file => Encoding.UTF8.GetString(file.Content.Span));
            Assert.Contains(
                $"{string.Concat(files)}0000:00:06.0 has uio_pci_generic\n0000:00:07.0 has uio_pci_generic\nvpp v23.06-release built by root",
                running.Machine.Serial.Text,
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(program);
        }
    }

    // testpmd hands frames on between the card and a tap, in a network of the test's own; the client of iperf3 is there too.
    [Fact]
    public async Task Interface_that_the_guest_drives_has_its_address_and_its_name()
    {
        await using var host = new VnfHost();
        await using var network = await NetworkNamespace.RequireAsync(Token);
        var (socket, iperf3) = (host.File("sock-1"), Tools.Require("iperf3"));
        await using var backEnd = await BackEnd.StartAsync(host.Host, "qdsl-net", socket, "tap0", network);
        await backEnd.SayAsync("start");
        await network.RunAsync("ip", ["address", "add", "2.2.2.1/30", "dev", "tap0"], Token);
        await network.RunAsync("ip", ["link", "set", "tap0", "up"], Token);
        var vm = Vnf(await host.VmAsync(new Iperf3Workload { Program = iperf3, Addresses = ["2.2.2.2/30"] }), []) with
        {
            Interfaces = [new VhostUserInterface(socket) { Reconnect = TimeSpan.FromSeconds(1) }],
            Cpus = 1,
            Memory = 512.MiB(),
            GuestHugePages = default,
        };

        var running = await host.Host.StartAsync(vm, cancellationToken: Token);
        try
        {
            var said = await network.RunAsync("timeout", ["60", iperf3, "--client", "2.2.2.2", "--bytes", "256K"], Token);

            Assert.Contains("iperf Done.", said, StringComparison.Ordinal);
            var nic = Assert.Single(running.Interfaces);
            Assert.Equal(("eth0", socket, "52:54:00:00:01:01"), (nic.GuestName, nic.Socket, nic.Mac?.ToString()));
            await backEnd.UntilAsync("new vhost user connection");
        }
        finally
        {
            var waiting = running.WaitAsync(cancellationToken: Token);
            await running.DisposeAsync();
            Assert.Equal(new WorkloadKilled(null), await waiting);
        }
    }

    [Fact]
    public async Task Interface_that_nobody_connects_to_is_named_and_the_wait_can_be_given_up()
    {
        await using var host = new VnfHost();
        var socket = host.File("sock-1");
        var vm = Vnf(await host.VmAsync(new CommandWorkload("true")), []) with { Interfaces = [new VhostUserInterface(socket) { Role = VhostUserRole.Listen }] };

        var failure = await Assert.ThrowsAsync<QemuStartException>(
            () => host.Host.StartAsync(vm, new VmOptions { StartTimeout = TimeSpan.FromSeconds(2) }, cancellationToken: Token));
        Assert.Contains($"QEMU waiting for connection on: disconnected:unix:{socket},server=on", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(socket));

        // The kernel in a VM with a disk drives its cards, too.
        var disk = new DiskVm { Image = MarkerGuests.BootSector().WriteTo(host.File("")), Format = "raw", Agent = null, HasSsh = false, Interfaces = vm.Interfaces };
        var another = await Assert.ThrowsAsync<QemuStartException>(() => host.Host.StartAsync(disk, new VmOptions { StartTimeout = TimeSpan.FromSeconds(0.5) }, Token));
        var vectors = (await MsixLimit.AvoidAsync(host.Host, Tools.Qemu("x86_64"), vm.Interfaces, Token)).OfType<VhostUserInterface>().Single().Vectors ?? 4;
        Assert.Contains($",vectors={vectors},netdev=vhost1,", failure.Message, StringComparison.Ordinal);
        Assert.Contains($",vectors={vectors},netdev=vhost1,", another.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(socket));

        using var giveUp = new CancellationTokenSource();
        var options = new VmOptions { Progress = new At(BootPhase.Connecting, giveUp.Cancel) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Host.StartAsync(vm, options, cancellationToken: giveUp.Token));
        Assert.False(File.Exists(socket));
    }

    [Theory]
    [InlineData(QemuBinaries.Installed)]
    [InlineData(QemuBinaries.Unpacked)]
    public async Task Interface_connects_again_when_its_back_end_is_back(string name)
    {
        await using var host = new VnfHost();
        var socket = host.File("sock-1");
        var program = QemuBinaries.Require(name, "x86_64").Path;
        var version = QemuVersion.Parse((await host.Host.RunAsync(new HostCommand(program, ["--version"]), Token)).Output.Split('\n')[0]);
        var command = Qemu.Pc().WithProgram(program).WithTcg().WithMemory(256.MiB(), share: true)
            .AddVhostUserInterface(1, socket, reconnect: TimeSpan.FromSeconds(1), version: version);
        var first = await BackEnd.StartAsync(host.Host, "qdsl-again", socket);
        await using var vm = await host.Host.StartAsync(command, cancellationToken: Token);
        await first.UntilAsync("new vhost user connection");

        await first.DisposeAsync();

        // What the process was given, not what was described.
        var given = (await File.ReadAllTextAsync($"/proc/{vm.Pid}/cmdline", Token)).Split('\0');
        Assert.Contains($"socket,id=char1,path={socket},{(version < new QemuVersion(9, 2) ? "reconnect=1" : "reconnect-ms=1000")}", given);

        File.Delete(socket);
        await using var second = await BackEnd.StartAsync(host.Host, "qdsl-again", socket);

        await second.UntilAsync("new vhost user connection");
    }

    internal static async Task PassAsync(BackEnd backEnd, long enough = Enough)
    {
        await backEnd.SayAsync("start tx_first 16");
        var start = Stopwatch.GetTimestamp();
        IReadOnlyList<(long Received, long Sent)> counts;
        do
        {
            await Task.Delay(500, Token);
            counts = await backEnd.CountAsync(2);
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(4), $"only {string.Join(", ", counts)} packets went through: {backEnd.Said}");
        }
        while (counts.Any(port => port.Received < enough || port.Sent < enough));
    }

    private static VnfVm Vnf(KernelVm vm, string[] sockets) => new()
    {
        Kernel = vm.Kernel,
        Busybox = vm.Busybox,
        Workload = vm.Workload,
        KernelParameters = vm.KernelParameters,
        Cpus = 2,
        Memory = 2.GiB(),
        GuestHugePages = 1.GiB(),
        Interfaces = [.. sockets.Select(static socket => new VhostUserInterface(socket))],
    };

    private sealed class At(BootPhase phase, Action action) : IProgress<BootProgress>
    {
        public void Report(BootProgress value)
        {
            if (value.Phase == phase)
            {
                action();
            }
        }
    }
}

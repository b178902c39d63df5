using System.Text;
using QemuDsl.Machines;
using QemuDsl.Objects;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>Programs of this machine, run in VMs on its root.</summary>
public sealed class KernelVmTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Messages of the kernel, which come at any time, get into any line of the console, and their level is the one that cannot be switched off.
    [Theory]
    [InlineData(GuestMachine.Q35, "while :; do echo '<0>x' >/dev/kmsg; done & sleep 0.2; exit 3", 3)]
    [InlineData(GuestMachine.Pc, "echo 'Kernel panic - not syncing: x'; sleep 0.5; kill -9 $$", 137)]
    public async Task Exit_code_leaves_the_guest_whatever_is_on_its_console(GuestMachine machine, string program, int code)
    {
        await using var host = new VnfHost();

        var result = await host.Host.RunAsync((await host.VmAsync(new CommandWorkload("sh", "-c", program))) with { Machine = machine }, Limit, cancellationToken: Token);

        Assert.Equal(new WorkloadExited(code), result);
    }

    [Fact]
    public async Task Arguments_and_files_reach_the_program_as_they_are_its_output_comes_back_and_the_host_stays_as_it_is()
    {
        await using var host = new VnfHost();
        string[] words = ["a b", "it's \"quoted\" $HOME `id` \\n %s", "line\nfeed\n\n", "", "-n", "žluťoučký 😀", "\u0001\u007f;&|<>*?[a]#~"];
        var left = $"/var/tmp/qemu-dsl-{Guid.NewGuid():N}";
        using var output = new MemoryStream();
        const string Program =
            """
            printf '%s|' "$@"; cat '/run/data/a b'; stat -c '%a %u:%g' '/run/data/a b'; pwd; stat -f -c %T /mnt; touch /mnt/x || echo full
            mount -o remount,rw / 2>/dev/null; touch "$0" 2>/dev/null && echo written
            """;
        var workload = new CommandWorkload("sh", ["-c", Program, left, .. words])
        {
            Directory = "/usr/bin",
            Files = [new GuestFile("/run/data/a b", Encoding.UTF8.GetBytes("x\r\ny\0z\n")) { Mode = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.SetUser, Owner = 1234, Group = 56 }],
        };
        var vm = (await host.VmAsync(workload)) with { Mounts = [new GuestMount("tmpfs", "/mnt") { Options = "size=1M" }] };

        var result = await host.Host.RunAsync(vm, Limit, output: output, cancellationToken: Token);

        Assert.Equal(new WorkloadExited(1), result);
        Assert.Equal(
            string.Concat(words.Select(static word => word + "|")) + "x\r\ny\0z\n4500 1234:56\n/usr/bin\ntmpfs\n",
            Encoding.UTF8.GetString(output.ToArray()));
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task Init_that_cannot_go_on_tells_why()
    {
        await using var host = new VnfHost();

        var result = await host.Host.RunAsync(
            await host.VmAsync(new CommandWorkload("true") { Files = [GuestFile.OfText("/x", "")] }), Limit, cancellationToken: Token);

        Assert.Equal("/x cannot be written: only what is mounted as memory can, such as /run and /tmp", Assert.IsType<WorkloadFailed>(result).Reason);
    }

    [Fact]
    public async Task Descriptions_that_cannot_work_are_refused_before_anything_is_made()
    {
        await using var host = new VnfHost();
        var vm = await host.VmAsync(new CommandWorkload("true"));

        Assert.Contains("'data/x' is no path", await RefusedAsync(vm with { Workload = new CommandWorkload("true") { Files = [GuestFile.OfText("data/x", "")] } }), StringComparison.Ordinal);
        Assert.Contains("Directory is 'usr'", await RefusedAsync(vm with { Workload = new CommandWorkload("true") { Directory = "usr" } }), StringComparison.Ordinal);
        Assert.Contains("TestPmdWorkload needs huge pages", await RefusedAsync(Testpmd(null)), StringComparison.Ordinal);
        Assert.Contains("VppWorkload needs huge pages", await RefusedAsync(Testpmd(null) with { Workload = new VppWorkload("") }), StringComparison.Ordinal);
        Assert.Contains("are no whole pages", await RefusedAsync(vm with { GuestHugePages = 1.MiB() }), StringComparison.Ordinal);
        Assert.Contains("GicVersion is of Arm machines", await RefusedAsync(vm with { Machine = GuestMachine.Q35, GicVersion = GicVersion.V3 }), StringComparison.Ordinal);
        Assert.Contains("memory backend is not shared", await RefusedAsync(Testpmd(null) with { MemoryBackend = new MemoryBackendRam { Size = 512.MiB() } }), StringComparison.Ordinal);

        // What does without them is let on: the next that is missing is the kernel's.
        var failure = await Assert.ThrowsAsync<HostException>(() => host.Host.StartAsync(
            Testpmd(static command => command with { Eal = command.Eal with { NoHuge = true } }) with { Kernel = new KernelFiles("1", "/nowhere/k", "/nowhere/m") }, cancellationToken: Token));
        Assert.Contains("modules.dep", failure.Message, StringComparison.Ordinal);

        VnfVm Testpmd(Func<TestPmdCommand, TestPmdCommand>? change) => new()
        {
            Kernel = vm.Kernel, Busybox = vm.Busybox, Workload = new TestPmdWorkload { Change = change }, Cpus = 2,
            Interfaces = [new VhostUserInterface("/a"), new VhostUserInterface("/b")],
        };

        async Task<string> RefusedAsync(KernelVm wrong) =>
            (await Assert.ThrowsAsync<ArgumentException>(() => host.Host.StartAsync(wrong, cancellationToken: Token))).Message;
    }

    [Theory]
    [InlineData("aarch64", "qemu-system-aarch64")]
    [InlineData("x86_64", "qemu-system-x86_64")]
    [InlineData("riscv64", null)]
    public async Task Machine_is_that_of_the_hosts_architecture(string architecture, string? program)
    {
        await using var local = new VnfHost();
        var host = new ChangedHost(local.Host) { Instead = command => command.Program == "uname" ? new HostCommand("echo", [architecture]) : command };

        // The version of its QEMU is asked for the unit of reconnecting; the kernel is missing then.
        var vm = new VnfVm
        {
            Kernel = new KernelFiles("1", "/nowhere/k", "/nowhere/m"), Busybox = HostKernel.Busybox(HostKernel.Require()), Workload = new CommandWorkload("true"),
            Interfaces = [new VhostUserInterface("/nowhere/s") { Reconnect = TimeSpan.FromSeconds(1) }],
        };
        var failure = await Assert.ThrowsAsync<HostException>(() => host.StartAsync(vm, cancellationToken: Token));

        Assert.Contains(program is null ? $"its architecture is '{architecture}'" : "modules.dep", failure.Message, StringComparison.Ordinal);
        Assert.Equal(program is null ? [] : [program], host.Sought.Where(static sought => sought.StartsWith("qemu-", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public async Task Guest_of_Arm_is_taken_by_its_QEMU()
    {
        await using var host = new VnfHost();
        _ = Tools.Require("qemu-system-aarch64");
        foreach (var name in (string[])["k", "i"])
        {
            await File.WriteAllBytesAsync(host.File(name), new byte[4096], Token);
        }

        var vm = new KernelVm { Kernel = new KernelFiles("1", host.File("k"), "/m"), Workload = new CommandWorkload("true"), GicVersion = GicVersion.V3 };
        var command = new KernelVmCommand(vm, null).Build(GuestMachine.Virt, host.File("i"), host.File("") + "/");
        await using var running = await host.Host.StartAsync(command, new VmOptions { StartPaused = true, Accelerator = Accelerator.Auto }, Token);

        Assert.Equal("prelaunch", (await running.Qmp.ExecuteAsync("query-status", default, Token)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Initramfs_goes_with_its_owner_and_a_sweep_finds_what_is_left()
    {
        await using var host = new VnfHost();
        var root = await host.Host.FindRunRootAsync(Token);
        var kept = new ChangedHost(host.Host);
        await using (var lease = await InitramfsLease.PlaceAsync(kept, [1, 2, 3], Token))
        {
            Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(lease.Path, Token));
            Assert.Empty(await host.Host.ListAsync(Token));
            Assert.Empty(await host.Host.SweepAsync(Token));

            // As after kill -9 of its keeper; that of its owner is the end of the keeper's input.
            kept.Processes[^1].Kill();
            await kept.Processes[^1].Completion;
            Assert.True(File.Exists(lease.Path));
            Assert.Equal(Path.GetDirectoryName(lease.Path), Assert.Single(await host.Host.SweepAsync(Token)).Directory);
            Assert.Empty(Directory.GetFileSystemEntries(root));
        }

        await using var another = await InitramfsLease.PlaceAsync(kept, new byte[3_000_000], Token);
        await kept.Processes[^1].Stdin.DisposeAsync();
        await kept.Processes[^1].Completion;
        Assert.Empty(Directory.GetFileSystemEntries(root));
    }

    [Fact]
    public async Task Change_of_the_hosts_files_is_seen_where_the_guest_keeps_none()
    {
        await using var host = new VnfHost();

        // Not below /tmp, which is the guest's own.
        var late = $"/var/tmp/qemu-dsl-{Guid.NewGuid():N}";
        var workload = new CommandWorkload("sh", "-c", "[ -e \"$0\" ] && exit 1; echo looked; until [ -e \"$0\" ]; do sleep 0.1; done", late);
        await using var running = await host.Host.StartAsync(
            (await host.VmAsync(workload)) with { RootCache = RootCache.None },
            new VmOptions { ReadyWhen = Boot.UntilSerial("^looked") },
            cancellationToken: Token);

        await File.WriteAllTextAsync(late, "", Token);
        var result = await running.WaitAsync(TimeSpan.FromMinutes(1), Token);
        File.Delete(late);

        Assert.Equal(new WorkloadExited(0), result);
    }
}

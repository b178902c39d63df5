using System.Globalization;
using System.Text.Json;
using QemuDsl.Accelerators;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>Placement of a real QEMU's threads, read back from <c>/proc</c> by the tests themselves.</summary>
public sealed class VmPlacementTests
{
    [Fact]
    public async Task Threads_are_told_apart()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Multi(host));

        // QEMU has threads that come and go (a pool of workers): the list is the one of the kernel when nothing changed beside it.
        IReadOnlyList<VmThread> threads;
        int[] before;
        do
        {
            before = [.. TaskIds(vm.Pid).Order()];
            threads = await vm.FindThreadsAsync(TestContext.Current.CancellationToken);
        }
        while (!before.SequenceEqual(TaskIds(vm.Pid).Order()));

        var vcpus = threads.Where(static thread => thread.Kind == VmThreadKind.VCpu);
        Assert.Equal(["0", "1"], vcpus.Select(static thread => thread.VCpus.ToString()).Order());
        Assert.Equal("io0", Assert.Single(threads, static thread => thread.Kind == VmThreadKind.IoThread).IoThread);
        Assert.Equal(vm.Pid, Assert.Single(threads, static thread => thread.Kind == VmThreadKind.Emulator).Id);
        Assert.Equal(before, threads.Select(static thread => thread.Id).Order());
    }

    [Fact]
    public async Task Every_thread_is_in_its_place_before_the_first_instruction()
    {
        RequireTwoCpus();
        await using var host = new TestHost();
        var placement = new VmPlacement
        {
            VCpus = ["1", "0"], IoThreads = new Dictionary<string, CpuSet> { ["io0"] = "1" }, Emulator = "0",
        };

        await using var vm = await host.StartAsync(Multi(host), new VmOptions { Placement = placement, StartPaused = true });

        var threads = await vm.FindThreadsAsync(TestContext.Current.CancellationToken);
        Assert.All(threads, thread => Assert.Equal(
            thread switch
            {
                { Kind: VmThreadKind.VCpu, VCpus.Ranges: [{ First: 0 }] } or { Kind: VmThreadKind.IoThread } => "1",
                _ => "0",
            },
            AllowedCpus(vm.Pid, thread.Id)));
    }

    [Fact]
    public async Task Real_time_threads_do_not_pass_it_on()
    {
        await RequireRealTimeAsync();
        await using var host = new TestHost();
        var placement = new VmPlacement
        {
            VCpuScheduling = ThreadScheduling.RoundRobin(2),
            IoThreadScheduling = ThreadScheduling.Fifo(3),
            EmulatorScheduling = ThreadScheduling.Fifo(4),
        };

        await using var vm = await host.StartAsync(Multi(host), new VmOptions { Placement = placement, StartPaused = true });

        var threads = await vm.FindThreadsAsync(TestContext.Current.CancellationToken);
        foreach (var thread in threads)
        {
            var expected = thread.Kind switch
            {
                VmThreadKind.VCpu => "SCHED_RR|SCHED_RESET_ON_FORK 2",
                VmThreadKind.IoThread => "SCHED_FIFO|SCHED_RESET_ON_FORK 3",
                VmThreadKind.Emulator => "SCHED_FIFO|SCHED_RESET_ON_FORK 4",
                _ => "SCHED_OTHER 0",
            };
            Assert.Equal(expected, await SchedulingAsync(thread.Id));
        }
    }

    [Fact]
    public async Task Threads_that_begin_as_real_time_ones_become_ordinary()
    {
        await RequireRealTimeAsync();
        await using var host = new TestHost();
        var inside = new OtherHost(host.Host) { Prefix = [Tools.Require("chrt"), "-r", "5"] };
        var placement = new VmPlacement { VCpuScheduling = ThreadScheduling.Other, EmulatorScheduling = ThreadScheduling.Other };

        await using var vm = await inside.StartAsync(
            Multi(host), new VmOptions { Placement = placement, StartPaused = true }, TestContext.Current.CancellationToken);

        var threads = await vm.FindThreadsAsync(TestContext.Current.CancellationToken);
        foreach (var thread in threads.Where(static thread => thread.Kind is VmThreadKind.VCpu or VmThreadKind.Emulator or VmThreadKind.IoThread))
        {
            Assert.Equal(thread.Kind == VmThreadKind.IoThread ? "SCHED_RR 5" : "SCHED_OTHER 0", await SchedulingAsync(thread.Id));
        }
    }

    // Every program of a request comes as base64; without a deadline the start would wait for as long as this one sleeps.
    [Theory]
    [InlineData("base64")]
    [InlineData("taskset")]
    public async Task Program_of_the_host_that_hangs_does_not_outlast_the_start(string program)
    {
        await using var host = new TestHost();
        var inside = OtherHost.Behind(host.Host, await HangingProgram.MakeAsync(host.File("bin"), program, host.File("reached")));
        var options = new VmOptions { Placement = new VmPlacement { Emulator = "0" }, StartTimeout = TimeSpan.FromSeconds(3) };

        var failure = await Assert.ThrowsAsync<QemuStartException>(
            () => inside.StartAsync(Multi(host), options, TestContext.Current.CancellationToken));

        Assert.Matches("did not (tell its CPUs, rights and limits|let its threads be placed|greet) within 3 s", failure.Message);
        await Eventually.TrueAsync(() => Processes.Using(host.File("bin")).Count == 0, "the program is gone");
    }

    [Fact]
    public async Task Memory_comes_from_the_nodes_of_the_plan()
    {
        if (!File.Exists("/proc/self/numa_maps"))
        {
            Missing.Report("the kernel knows no NUMA");
        }

        await using var host = new TestHost();
        var topology = await HostTopology.ReadAsync(host.Host, TestContext.Current.CancellationToken);
        var cpus = PlacementPlan.Make(topology, new ChainLayout { SkipCores = 0, UseSmt = false }).For(1, 1);
        var command = Qemu.Pc().Add(new TcgAccelerator()).WithCpus(cpus.VCpus).WithMemory(64.MiB(), cpus.Nodes);

        await using var vm = await host.StartAsync(command, new VmOptions { Placement = cpus.ToPlacement(), StartPaused = true });

        var maps = await File.ReadAllLinesAsync($"/proc/{vm.Pid}/numa_maps", TestContext.Current.CancellationToken);
        Assert.Contains($" bind:{cpus.Nodes} ", Assert.Single(maps, static line => line.Contains("memfd:memory-backend-memfd", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thread_that_appears_later_is_placed_in_the_background()
    {
        RequireTwoCpus();
        await using var host = new TestHost();
        var placement = new VmPlacement { Emulator = "1", RefreshInterval = TimeSpan.FromMilliseconds(20) };
        await using var vm = await host.StartAsync(Multi(host), new VmOptions { Placement = placement, StartPaused = true });
        var before = TaskIds(vm.Pid);

        // A new thread begins on the CPUs of the one that makes it: as if an I/O thread elsewhere had made it.
        await MoveAsync(vm.Pid, "0");
        await MakeThreadAsync(vm);
        var late = Assert.Single(TaskIds(vm.Pid).Except(before));

        await Eventually.TrueAsync(() => AllowedCpus(vm.Pid, late) == "1", "the new thread is on the CPU of QEMU's own threads");
        Assert.Equal("0", AllowedCpus(vm.Pid, vm.Pid));
    }

    [Fact]
    public async Task Thread_that_cannot_be_placed_later_is_a_warning_and_the_VM_lives()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        var placement = new VmPlacement { Emulator = "900", RefreshInterval = TimeSpan.FromMilliseconds(20) };
        await using var placer = new ThreadPlacer(host.Host, new ThreadFinder(vm.Qmp, vm.Pid), placement, vm.Pid, host);

        placer.Watch();

        await Eventually.TrueAsync(
            () => host.Log.Any(static line => line.StartsWith("Warning: Threads of QEMU", StringComparison.Ordinal)),
            "the refusal is logged");
        await vm.Qmp.ExecuteAsync("query-status", cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Placing_anew_on_request_takes_threads_back()
    {
        RequireTwoCpus();
        await using var host = new TestHost();
        var placement = new VmPlacement { Emulator = "1", RefreshInterval = Timeout.InfiniteTimeSpan };
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { Placement = placement });
        await MoveAsync(vm.Pid, "0");

        await vm.PlaceThreadsAsync(TestContext.Current.CancellationToken);

        Assert.Equal("1", AllowedCpus(vm.Pid, vm.Pid));
    }

    [Fact]
    public async Task VM_that_dies_while_it_is_watched_is_disposed_without_a_word()
    {
        await using var host = new TestHost();
        var placement = new VmPlacement { Emulator = "0", RefreshInterval = TimeSpan.FromMilliseconds(5) };
        await using (var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { Placement = placement }))
        {
            await vm.KillAsync(TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(host.Log, static line => line.Contains("not placed", StringComparison.Ordinal));
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Thread_of_vhost_is_known_by_its_name_and_no_process_can_pretend_to_be_one()
    {
        // Both call themselves vhost-PID with the number of the first.
        await using var host = new TestHost();
        var first = new HostCommand("/bin/sh", ["-c", "printf vhost-$$ >/proc/$$/comm; echo $$; read -r end"]);
        await using var named = await host.Host.StartProcessAsync(first, TestContext.Current.CancellationToken);
        using var words = new StreamReader(named.Stdout);
        var pid = int.Parse((await words.ReadLineAsync(TestContext.Current.CancellationToken))!, CultureInfo.InvariantCulture);
        var second = new HostCommand("/bin/sh", ["-c", "printf $1 >/proc/$$/comm; echo up; read -r end", "sh", $"vhost-{pid}"]);
        await using var pretender = await host.Host.StartProcessAsync(second, TestContext.Current.CancellationToken);
        using var up = new StreamReader(pretender.Stdout);
        await up.ReadLineAsync(TestContext.Current.CancellationToken);
        await using var nobody = new QmpClient(Stream.Null, Stream.Null);

        var threads = await new ThreadFinder(nobody, pid).ListAsync(new HostShell(host.Host), TestContext.Current.CancellationToken);

        Assert.Equal([new VmThread(pid, VmThreadKind.Vhost, $"vhost-{pid}")], threads);
    }

    [Fact]
    public async Task Placement_that_does_not_fit_the_VM_is_refused_and_nothing_is_left()
    {
        await using var host = new TestHost();

        var tooMany = await RefusedAsync<QemuStartException>(host, new VmPlacement { VCpus = ["0", "0", "0"] });
        var ioThreads = new Dictionary<string, CpuSet> { ["io1"] = "0" };
        var unknown = await RefusedAsync<QemuStartException>(host, new VmPlacement { IoThreads = ioThreads });
        var absent = await RefusedAsync<HostException>(host, new VmPlacement { Emulator = "60000" });

        Assert.Contains("VmPlacement.VCpus has the CPUs of 3 vCPUs, and the VM has 2.", tooMany, StringComparison.Ordinal);
        Assert.Contains("VmPlacement.IoThreads names 'io1', and the VM's I/O threads are: io0.", unknown, StringComparison.Ordinal);
        Assert.Contains("Emulator: CPU 60000 does not exist", absent, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task VCpus_that_one_thread_runs_cannot_be_parted()
    {
        RequireTwoCpus();
        await using var host = new TestHost();
        var command = new RawCommand(
            Tools.Qemu("x86_64"),
            ["-nodefaults", "-no-user-config", "-display", "none", "-accel", "tcg,thread=single", "-machine", "pc", "-smp", "2"]);

        var parted = new VmOptions { Placement = new VmPlacement { VCpus = ["0", "1"] } };
        var together = new VmOptions { Placement = new VmPlacement { VCpus = ["1", "1"] }, StartPaused = true };

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(command, parted));
        await using var vm = await host.StartAsync(command, together);

        Assert.Contains("gives the vCPUs 0-1 different CPUs, and one thread runs them all", failure.Message, StringComparison.Ordinal);
        var threads = await vm.FindThreadsAsync(TestContext.Current.CancellationToken);
        Assert.Equal("1", AllowedCpus(vm.Pid, Assert.Single(threads, static thread => thread.Kind == VmThreadKind.VCpu).Id));
    }

    [Fact]
    public async Task What_the_kernel_does_not_take_is_an_error_with_its_words()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        var main = new VmThread(vm.Pid, VmThreadKind.Emulator, "main");

        // The kernel takes those of the CPUs that it has, in silence: only reading back tells.
        var silent = await NotTakenAsync(host, vm.Pid, new ThreadTarget(main, "0,900", null));
        var refused = await NotTakenAsync(host, vm.Pid, new ThreadTarget(main, "900", null));

        Assert.Contains($"main loop (thread {vm.Pid}) was to run on CPU 0,900 and may run on 0", silent, StringComparison.Ordinal);
        Assert.Contains("Invalid argument", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thread_of_another_process_is_never_touched()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        var mine = new VmThread(Environment.ProcessId, VmThreadKind.VCpu, "hostile");
        var before = AllowedCpus(Environment.ProcessId, Environment.ProcessId);

        await ThreadPinner.PinAsync(new HostShell(host.Host), vm.Pid, [new ThreadTarget(mine, "0", null)], TestContext.Current.CancellationToken);

        Assert.Equal(before, AllowedCpus(Environment.ProcessId, Environment.ProcessId));
    }

    private static RawCommand Multi(TestHost host) =>
        host.Boots(MarkerGuests.BootSector(), "pc", "-smp", "2", "-object", "iothread,id=io0", "-accel", "tcg,thread=multi");

    private static async Task<string> NotTakenAsync(TestHost host, int pid, ThreadTarget target)
    {
        var pinning = ThreadPinner.PinAsync(new HostShell(host.Host), pid, [target], TestContext.Current.CancellationToken);
        return (await Assert.ThrowsAsync<HostException>(() => pinning)).Message;
    }

    private static async Task<string> RefusedAsync<T>(TestHost host, VmPlacement placement)
        where T : QemuException =>
        (await Assert.ThrowsAsync<T>(() => host.StartAsync(Multi(host), new VmOptions { Placement = placement }))).Message;

    private static Task MoveAsync(int thread, string cpus) => ChildProcess.RunAsync(
        Tools.Require("taskset"), ["-cp", cpus, thread.ToString(CultureInfo.InvariantCulture)], TestContext.Current.CancellationToken);

    private static async Task MakeThreadAsync(VirtualMachine vm)
    {
        using var arguments = JsonDocument.Parse("""{"qom-type":"thread-context","id":"late"}""");
        await vm.Qmp.ExecuteAsync("object-add", arguments.RootElement, TestContext.Current.CancellationToken);
    }

    internal static void RequireTwoCpus()
    {
        if (Environment.ProcessorCount < 2)
        {
            Missing.Report("two CPUs are needed to tell where a thread runs");
        }
    }

    internal static async Task RequireRealTimeAsync()
    {
        // Root in a control group with a real-time budget, or a user with RLIMIT_RTPRIO.
        try
        {
            await ChildProcess.RunAsync(Tools.Require("chrt"), ["-f", "4", "true"], TestContext.Current.CancellationToken);
        }
        catch (InvalidOperationException refused)
        {
            Missing.Report($"real-time scheduling is not allowed here: {refused.Message}");
        }
    }

    private static List<int> TaskIds(int pid) =>
        [.. Directory.EnumerateDirectories($"/proc/{pid}/task").Select(static path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture))];

    internal static string AllowedCpus(int pid, int thread) => File.ReadLines($"/proc/{pid}/task/{thread}/status")
        .Single(static line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split('\t')[1];

    internal static async Task<string> SchedulingAsync(int thread)
    {
        var output = await ChildProcess.RunAsync(
            Tools.Require("chrt"), ["-p", thread.ToString(CultureInfo.InvariantCulture)], TestContext.Current.CancellationToken);
        return string.Join(' ', output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(": ")[1]));
    }
}

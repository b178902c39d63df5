using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>Limits that the kernel of this machine sets, not files that play them.</summary>
public sealed class RealLimitsTests
{
    private static readonly VmPlacement RealTime = new() { EmulatorScheduling = ThreadScheduling.RoundRobin(1) };

    [Fact]
    public async Task Cpuset_of_the_group_is_what_is_allowed_and_what_a_start_is_held_against()
    {
        await using var host = new TestHost();
        await using var group = CpuOne();
        var inside = group.Host(host.Host);

        var topology = await HostTopology.ReadAsync(inside, TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<HostException>(() => StartAsync(inside, host, new VmPlacement { Emulator = "0" }));

        Assert.Equal("1", topology.Allowed.ToString());
        Assert.Contains("Emulator: CPU 0 is not in the cpuset 1", failure.Message, StringComparison.Ordinal);
        Assert.Contains(group.File("cpuset.effective_cpus"), failure.Message, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task CPU_that_the_cpuset_takes_away_in_silence_is_an_error()
    {
        await using var host = new TestHost();
        await using var group = CpuOne();
        await using var vm = await StartAsync(group.Host(host.Host), host, null);
        var target = new ThreadTarget(new VmThread(vm.Pid, VmThreadKind.Emulator, "main"), "0-1", null);

        var failure = await Assert.ThrowsAsync<HostException>(
            () => ThreadPinner.PinAsync(new HostShell(host.Host), vm.Pid, [target], TestContext.Current.CancellationToken));

        Assert.Contains("was to run on CPU 0-1 and may run on 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_without_a_real_time_budget_is_named_with_its_file_and_one_with_a_budget_will_do()
    {
        await using var host = new TestHost();
        await using var group = ControlGroup.Create("cpu", "cpu.rt_runtime_us");
        var inside = group.Host(host.Host);

        var failure = await Assert.ThrowsAsync<HostException>(() => StartAsync(inside, host, RealTime));
        group.Write("cpu.rt_runtime_us", "1000");
        await using var vm = await StartAsync(inside, host, RealTime);

        Assert.Contains($"echo 950000 > {group.File("cpu.rt_runtime_us")}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_of_real_time_by_the_kernel_is_an_error_with_its_words()
    {
        await using var host = new TestHost();
        await using var group = ControlGroup.Create("cpu", "cpu.rt_runtime_us");
        await using var vm = await StartAsync(group.Host(host.Host), host, null);
        var target = new ThreadTarget(new VmThread(vm.Pid, VmThreadKind.Emulator, "main"), null, ThreadScheduling.Fifo(7));

        var failure = await Assert.ThrowsAsync<HostException>(
            () => ThreadPinner.PinAsync(new HostShell(host.Host), vm.Pid, [target], TestContext.Current.CancellationToken));

        Assert.Contains("was to be scheduled as Fifo 7 and is SCHED_OTHER 0", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Operation not permitted", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_without_rights_is_told_which_one_is_missing()
    {
        RequireRoot();
        var nobody = OtherHost.Nobody(new LocalHost());

        var failure = await Assert.ThrowsAsync<HostException>(
            () => PlacementPreflight.CheckAsync(new HostShell(nobody), RealTime, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("Real-time priority 1 needs CAP_SYS_NICE or RLIMIT_RTPRIO, which is 0.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QEMU_of_a_user_without_rights_runs_as_that_user()
    {
        RequireRoot();
        await using var host = new TestHost();
        var root = Path.Combine(Path.GetTempPath(), $"qdsl-{Guid.NewGuid():N}"[..20]);
        Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            await ChildProcess.RunAsync("chown", ["65534:65534", root], TestContext.Current.CancellationToken);
            var nobody = new OtherHost(host.Host) { Prefix = OtherHost.Nobody(host.Host).Prefix, RunRoot = root };

            // One that is unpacked below root's home is out of another user's reach.
            var installed = new RawCommand("/usr/bin/qemu-system-x86_64", TestHost.Empty().Arguments);
            await using var vm = await nobody.StartAsync(installed, cancellationToken: TestContext.Current.CancellationToken);

            Assert.Equal("65534", Processes.UserOf(vm.Pid));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task User_without_rights_gets_no_lease_and_the_words_of_the_host()
    {
        RequireRoot();
        var nobody = OtherHost.Nobody(new LocalHost());
        var pages = await HugePages.ReadAsync(nobody, TestContext.Current.CancellationToken);
        if (pages.Pools.Count == 0)
        {
            Missing.Report("the kernel has no huge pages");
        }

        var failure = await Assert.ThrowsAsync<HostException>(
            () => HugePageLease.AcquireAsync(nobody, new HugePageRequest("1M"), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("It takes root", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Permission denied", failure.Message, StringComparison.Ordinal);
        Assert.Contains("the kernel made 0 of 1", failure.Message, StringComparison.Ordinal);
    }

    private static ControlGroup CpuOne()
    {
        if (Environment.ProcessorCount < 2)
        {
            Missing.Report("two CPUs are needed to take one away");
        }

        var group = ControlGroup.Create("cpuset", "cpuset.effective_cpus");
        group.Write("cpuset.cpus", "1");
        group.Write("cpuset.mems", "0");
        return group;
    }

    private static Task<VirtualMachine> StartAsync(IVmHost inside, TestHost host, VmPlacement? placement) =>
        inside.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { Placement = placement }, TestContext.Current.CancellationToken);

    private static void RequireRoot()
    {
        if (Environment.UserName != "root")
        {
            Missing.Report("only root can become a user without rights");
        }
    }
}

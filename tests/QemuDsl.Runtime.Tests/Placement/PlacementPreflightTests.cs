namespace QemuDsl.Runtime.Tests.Placement;

public sealed class PlacementPreflightTests
{
    private const string Root = "CapEff:\t000001fffeffffff";
    private const string User = "CapEff:\t0000000000000000";

    [Fact]
    public async Task Host_that_can_carry_it_out_passes()
    {
        await using var tree = Host(Root, realTimeLimit: "0");

        await CheckAsync(tree, new VmPlacement { VCpus = ["0", "1"], Emulator = "0-15", VCpuScheduling = ThreadScheduling.Fifo(99) });
    }

    [Fact]
    public async Task CPU_that_does_not_exist_is_named_with_those_that_do()
    {
        await using var tree = Host(Root);

        var failure = await RefusedAsync(tree, new VmPlacement { VCpus = ["0", "16,20"] });

        Assert.EndsWith("VCpus[1]: CPU 16,20 does not exist; the host has 0-15.", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CPU_that_is_off_comes_with_the_command_that_switches_it_on()
    {
        await using var tree = Host(Root).Cpus("0-13,15", "0-15");

        var failure = await RefusedAsync(tree, new VmPlacement { Emulator = "13-14" });

        Assert.EndsWith("Emulator: CPU 14 is off. As root: echo 1 > /sys/devices/system/cpu/cpu14/online", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CPU_outside_the_cpuset_comes_with_the_file_that_says_so()
    {
        await using var tree = Host(Root).UnifiedGroup("/ci").Write("/sys/fs/cgroup/ci/cpuset.cpus.effective", "0-3");

        var failure = await RefusedAsync(tree, new VmPlacement { IoThreads = new Dictionary<string, CpuSet> { ["io0"] = "3-4" } });

        Assert.Contains("IoThreads[io0]: CPU 4 is not in the cpuset 0-3", failure, StringComparison.Ordinal);
        Assert.Contains("/sys/fs/cgroup/ci/cpuset.cpus.effective", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_set_is_refused()
    {
        await using var tree = Host(Root);

        var failure = await RefusedAsync(tree, new VmPlacement { Vhost = default(CpuSet) });

        Assert.Contains("Vhost is an empty set", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", 1, false)]
    [InlineData("10", 11, false)]
    [InlineData("10", 10, true)]
    [InlineData("unlimited", 99, true)]
    public async Task User_may_go_as_high_as_the_limit(string limit, int priority, bool passes)
    {
        await using var tree = Host(User, limit);
        var placement = new VmPlacement
        {
            VCpuScheduling = ThreadScheduling.RoundRobin(priority), EmulatorScheduling = ThreadScheduling.Other,
        };

        if (passes)
        {
            await CheckAsync(tree, placement);
        }
        else
        {
            var failure = await RefusedAsync(tree, placement);
            Assert.Contains(
                $"Real-time priority {priority} needs CAP_SYS_NICE or RLIMIT_RTPRIO, which is {limit}.", failure, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0", "950000", false)]
    [InlineData("0", "-1", true)]
    [InlineData("400000", "950000", true)]
    public async Task Control_group_needs_a_budget_for_real_time(string budget, string system, bool passes)
    {
        await using var tree = Host(Root)
            .Write("/proc/self/cgroup", "2:cpu,cpuacct:/lab")
            .Write("/proc/self/mountinfo", "40 39 0:33 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct")
            .Write("/sys/fs/cgroup/cpu/lab/cpu.rt_runtime_us", budget)
            .Write("/proc/sys/kernel/sched_rt_runtime_us", system);
        var placement = new VmPlacement { IoThreadScheduling = ThreadScheduling.Fifo(1) };

        if (passes)
        {
            await CheckAsync(tree, placement);
        }
        else
        {
            Assert.EndsWith("/sys/fs/cgroup/cpu/lab/cpu.rt_runtime_us", await RefusedAsync(tree, placement), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task All_reasons_come_at_once()
    {
        await using var tree = Host(User);

        var failure = await RefusedAsync(tree, new VmPlacement { VCpus = ["99"], Emulator = "77", VCpuScheduling = ThreadScheduling.Fifo(1) });

        Assert.Equal(4, failure.Split('\n').Length);
    }

    [Fact]
    public void Interval_that_is_none_is_refused()
    {
        static VmOptions Every(TimeSpan interval) => new() { Placement = new VmPlacement { RefreshInterval = interval } };

        Assert.Throws<ArgumentException>(() => StartChecks.Options(Every(TimeSpan.Zero)));
        StartChecks.Options(Every(Timeout.InfiniteTimeSpan));
    }

    private static FakeTree Host(string status, string realTimeLimit = "0") => new FakeTree().TwoSockets()
        .Write("/proc/self/status", $"Name:\tsh\n{status}")
        .Write("/proc/self/limits", $"""
            Limit                     Soft Limit           Hard Limit           Units
            Max realtime priority     {realTimeLimit}                    99
            """);

    private static Task CheckAsync(FakeTree tree, VmPlacement placement) =>
        PlacementPreflight.CheckAsync(new HostShell(tree.Host), placement, tree.Root, TestContext.Current.CancellationToken);

    private static async Task<string> RefusedAsync(FakeTree tree, VmPlacement placement) =>
        (await Assert.ThrowsAsync<HostException>(() => CheckAsync(tree, placement))).Message;
}

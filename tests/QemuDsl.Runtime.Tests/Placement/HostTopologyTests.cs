using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Placement;

public sealed class HostTopologyTests
{
    [Fact]
    public async Task One_socket_without_threads_has_a_core_for_each_CPU()
    {
        await using var tree = new FakeTree().Cpus("0-3", "0-3").Node(0, "0-3")
            .Cpu(0, 0, "0").Cpu(1, 0, "1").Cpu(2, 0, "2").Cpu(3, 0, "3");

        var topology = await tree.TopologyAsync();

        Assert.Equal([0, 1, 2, 3], topology.Cpus.Select(static cpu => cpu.Number));
        Assert.All(topology.Cpus, static cpu => Assert.Equal(CpuSet.Of(cpu.Number), cpu.Siblings));
        Assert.Equal(1, topology.ThreadsPerCore);
        Assert.Equal("0", topology.Sockets.ToString());
        Assert.Equal("0-3", topology.Allowed.ToString());
    }

    [Fact]
    public async Task Two_sockets_with_threads_tell_node_socket_and_siblings()
    {
        await using var tree = new FakeTree().TwoSockets();

        var topology = await tree.TopologyAsync();

        Assert.Equal(new HostCpu(13, 1, 1, "5,13"), topology.Cpus.Single(static cpu => cpu.Number == 13));
        Assert.Equal("0-1", topology.Nodes.ToString());
        Assert.Equal("0-1", topology.Sockets.ToString());
        Assert.Equal(2, topology.ThreadsPerCore);
    }

    [Fact]
    public async Task CPU_that_is_off_is_no_sibling_and_no_number_that_could_be_plugged_in_counts()
    {
        await using var tree = new FakeTree().Cpus("0-2", "0-3", offline: "3-127").Node(0, "0-2")
            .Cpu(0, 0, "0,2").Cpu(1, 0, "1,3").Cpu(2, 0, "0,2");

        var topology = await tree.TopologyAsync();

        Assert.Equal("3", topology.Offline.ToString());
        Assert.Equal("1", topology.Cpus[1].Siblings.ToString());
        Assert.Equal("0,2", topology.Cpus[2].Siblings.ToString());
    }

    [Fact]
    public async Task Host_without_nodes_or_topology_is_one_node_of_single_cores()
    {
        await using var tree = new FakeTree().Cpus("0-1", "0-1");

        var topology = await tree.TopologyAsync();

        Assert.Equal([new HostCpu(0, 0, 0, "0"), new HostCpu(1, 0, 0, "1")], topology.Cpus);
    }

    [Fact]
    public async Task Isolated_CPUs_are_marked_and_still_allowed()
    {
        await using var tree = new FakeTree().TwoSockets().Cpus("0-15", "0-15", isolated: "4-7").UnifiedGroup("/")
            .Write("/sys/fs/cgroup/cpuset.cpus.effective", "0-15").Write("/proc/self/status", "Cpus_allowed_list:\t0-3,8-15");

        var topology = await tree.TopologyAsync();

        Assert.Equal("4-7", topology.Isolated.ToString());
        Assert.Equal("0-15", topology.Allowed.ToString());
    }

    [Theory]
    [InlineData("cpuset.cpus.effective")]
    [InlineData("user.slice/cpuset.cpus.effective")]
    [InlineData("user.slice/ci/cpuset.cpus.effective")]
    public async Task Cpuset_of_the_nearest_group_that_has_one_is_what_is_allowed(string file)
    {
        await using var tree = new FakeTree().TwoSockets().UnifiedGroup("/user.slice/ci")
            .Write("/sys/fs/cgroup/cpuset.cpus.effective", "0-15");
        tree.Write($"/sys/fs/cgroup/{file}", "2,10");

        var topology = await tree.TopologyAsync();

        Assert.Equal("2,10", topology.Allowed.ToString());
    }

    [Fact]
    public async Task Cpuset_of_a_container_under_version_1_is_found_below_its_mount()
    {
        await using var tree = new FakeTree().TwoSockets()
            .Write("/proc/self/cgroup", "4:cpu,cpuacct:/docker/af\n3:cpuset:/docker/af/in\n1:name=systemd:/docker/af")
            .Write("/proc/self/mountinfo", "40 39 0:33 /docker/af /sys/fs/cgroup/cpuset ro master:9 - cgroup cgroup rw,cpuset")
            .Write("/sys/fs/cgroup/cpuset/in/cpuset.effective_cpus", "4-7");

        var topology = await tree.TopologyAsync();

        Assert.Equal("4-7", topology.Allowed.ToString());
    }

    [Fact]
    public async Task Directory_that_is_no_sysfs_is_said()
    {
        await using var tree = new FakeTree();

        var failure = await Assert.ThrowsAsync<HostException>(tree.TopologyAsync);

        Assert.Contains("/sys/devices/system/cpu/online is missing or empty", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_machine_has_the_CPUs_that_nproc_counts()
    {
        var topology = await HostTopology.ReadAsync(new LocalHost(), TestContext.Current.CancellationToken);

        var online = await ChildProcess.RunAsync("getconf", ["_NPROCESSORS_ONLN"], TestContext.Current.CancellationToken);
        Assert.Equal(online.Trim(), topology.Cpus.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.All(topology.Cpus, static cpu => Assert.True(cpu.Siblings.Contains(cpu.Number)));
    }
}

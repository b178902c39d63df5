namespace QemuDsl.Runtime.Tests.Placement;

public sealed class PlacementPlanTests
{
    [Fact]
    public void VM_gets_a_main_CPU_and_whole_data_cores_after_the_skipped_ones()
    {
        var layout = new ChainLayout { VmsPerChain = 2, VmsPerMainCore = 1, SkipCores = 1 };

        var plan = PlacementPlan.Make(Host(nodes: 1, cores: 6, threads: 2), layout);

        Assert.Equal("0,6", plan.Skipped.ToString());
        Assert.Equal(new VmCpus(1, 1, 1, [3, 9], "0"), plan.For(1, 1));
        Assert.Equal(new VmCpus(1, 2, 2, [4, 10], "0"), plan.For(1, 2));
    }

    [Fact]
    public void VMs_that_share_a_main_core_get_a_thread_each()
    {
        var plan = PlacementPlan.Make(Host(nodes: 1, cores: 5, threads: 2), new ChainLayout { Chains = 2, SkipCores = 2 });

        Assert.Equal([2, 7], plan.Vms.Select(static vm => vm.Main));
        Assert.Equal([[3, 8], [4, 9]], plan.Vms.Select(static vm => vm.Data));
    }

    [Fact]
    public void One_thread_use_gives_siblings_to_the_VMs_that_share_a_core()
    {
        var layout = new ChainLayout { Chains = 2, VmsPerChain = 2, SkipCores = 0, DataUse = CoreUse.OneThread, VmsPerDataCores = 2 };

        var plan = PlacementPlan.Make(Host(nodes: 1, cores: 4, threads: 2), layout);

        Assert.Equal([[2], [3], [6], [7]], plan.Vms.Select(static vm => vm.Data));
        Assert.Equal([0, 1, 4, 5], plan.Vms.Select(static vm => vm.Main));
    }

    [Fact]
    public void More_data_cores_for_each_VM_are_counted_for_each_VM()
    {
        // The cores of the groups, not the number of groups, must fit: 2 + 1 + 2 * 3.
        var layout = new ChainLayout { VmsPerChain = 2, DataCores = 3 };

        var failure = Assert.Throws<HostException>(() => PlacementPlan.Make(Host(nodes: 1, cores: 8, threads: 1), layout));
        var plan = PlacementPlan.Make(Host(nodes: 1, cores: 9, threads: 1), layout);

        Assert.Equal(
            "Host lab: the plan needs 9 cores (2 skipped, 1 for the main threads, 6 for the data threads of 2 VMs); node 0 has 8: 1 missing. "
            + "Take fewer VMs, lower SkipCores or DataCores, raise VmsPerMainCore or VmsPerDataCores.",
            failure.Message);
        Assert.Equal([3, 4, 5, 6, 7, 8], plan.Vms.SelectMany(static vm => vm.Data));
    }

    [Fact]
    public void Node_is_the_one_asked_for_or_the_first_with_room()
    {
        var host = Host(nodes: 2, cores: 4, threads: 1);
        var crowded = host with { Cpus = [.. host.Cpus.Select(static cpu => cpu with { IsAllowed = cpu.Number != 0 })] };

        Assert.Equal("1", PlacementPlan.Make(host, new ChainLayout { Node = 1 }).For(1, 1).Nodes.ToString());
        Assert.Equal("0", PlacementPlan.Make(host, new ChainLayout()).For(1, 1).Nodes.ToString());
        Assert.Equal("1", PlacementPlan.Make(crowded, new ChainLayout()).For(1, 1).Nodes.ToString());
    }

    [Fact]
    public void Nodes_are_spanned_only_when_that_is_asked_for()
    {
        var host = Host(nodes: 2, cores: 4, threads: 1);
        var layout = new ChainLayout { VmsPerChain = 4 };

        var failure = Assert.Throws<HostException>(() => PlacementPlan.Make(host, layout));
        var plan = PlacementPlan.Make(host, layout with { SpanNodes = true });

        Assert.Contains("node 0 has 4, node 1 has 4: 4 missing.", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(", or set SpanNodes.", failure.Message, StringComparison.Ordinal);
        Assert.Equal("0-1", plan.For(1, 1).Nodes.Or(plan.For(1, 4).Nodes).ToString());
    }

    [Fact]
    public void Core_with_a_thread_that_is_off_is_left_out_and_said()
    {
        var host = Host(nodes: 1, cores: 4, threads: 2);
        var half = host with { Cpus = [.. host.Cpus.Where(static cpu => cpu.Number is not (3 or 7)), host.Cpus[3] with { Siblings = "3" }] };

        var failure = Assert.Throws<HostException>(() => PlacementPlan.Make(half, new ChainLayout()));

        Assert.Contains("node 0 has 3: 1 missing. 1 more have a thread that is off", failure.Message, StringComparison.Ordinal);
        Assert.Equal([3], PlacementPlan.Make(half, new ChainLayout { UseSmt = false }).For(1, 1).Data);
    }

    [Fact]
    public void Isolated_CPUs_alone_are_taken_when_asked()
    {
        var host = Host(nodes: 1, cores: 6, threads: 1);
        var isolated = host with { Cpus = [.. host.Cpus.Select(static cpu => cpu with { IsIsolated = cpu.Number >= 4 })] };

        var plan = PlacementPlan.Make(isolated, new ChainLayout { IsolatedOnly = true, SkipCores = 0 });

        Assert.Equal("4-5", plan.For(1, 1).All.ToString());
    }

    [Fact]
    public void Sharing_threads_without_SMT_is_refused_with_the_way_out()
    {
        var layout = new ChainLayout { DataUse = CoreUse.OneThread };

        var failure = Assert.Throws<HostException>(() => PlacementPlan.Make(Host(nodes: 1, cores: 8, threads: 1), layout));

        Assert.Contains("Turn SMT on", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Node_that_is_not_there_is_refused_with_those_that_are()
    {
        var layout = new ChainLayout { Node = 7 };

        var failure = Assert.Throws<HostException>(() => PlacementPlan.Make(Host(nodes: 2, cores: 4, threads: 1), layout));

        Assert.Contains("no node 7 with CPUs. Set ChainLayout.Node to one of 0-1.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public void Monstrous_layout_is_a_shortfall_and_no_overflow(int dataCores) => Assert.Throws<HostException>(() => PlacementPlan.Make(
        Host(nodes: 1, cores: 4, threads: 1),
        new ChainLayout { Chains = int.MaxValue, VmsPerChain = int.MaxValue, DataCores = dataCores, VmsPerMainCore = int.MaxValue }));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    public void VM_outside_the_layout_is_refused(int chain, int vm)
    {
        var plan = PlacementPlan.Make(Host(nodes: 1, cores: 8, threads: 1), new ChainLayout { Chains = 2, VmsPerChain = 2 });

        Assert.Throws<ArgumentOutOfRangeException>(() => plan.For(chain, vm));
    }

    [Fact]
    public void Plan_becomes_the_placement_of_a_VM()
    {
        var placement = new VmCpus(1, 1, 4, [5, 13], "0").ToPlacement();

        Assert.Equal(["4", "5", "13"], placement.VCpus);
        Assert.Equal("4", placement.Emulator);
    }

    /// <summary>Numbered as Linux does: first thread of every core of every node, then the second ones.</summary>
    internal static HostTopology Host(int nodes, int cores, int threads)
    {
        return new HostTopology("lab", [.. Enumerable.Range(0, nodes * cores * threads).Select(Cpu)]);

        HostCpu Cpu(int number)
        {
            var core = number % (nodes * cores);
            var siblings = CpuSet.Of(Enumerable.Range(0, threads).Select(thread => core + (thread * nodes * cores)));
            return new HostCpu(number, core / cores, core / cores, siblings);
        }
    }
}

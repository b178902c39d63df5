using CsCheck;

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>What holds for every plan of every layout on every host.</summary>
public sealed class PlacementPlanPropertyTests
{
    private static readonly Gen<HostTopology> Hosts =
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 24], Gen.Int[1, 4], PlacementPlanTests.Host);

    private static readonly Gen<ChainLayout> Layouts = Gen.Select(
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 4]),
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 4], Gen.Int[1, 4]),
        Gen.Select(Gen.Enum<CoreUse>(), Gen.Int[0, 4].Nullable(), Gen.Bool, Gen.Bool),
        static (vms, cores, how) => new ChainLayout
        {
            Chains = vms.Item1, VmsPerChain = vms.Item2, SkipCores = vms.Item3,
            DataCores = cores.Item1, VmsPerMainCore = cores.Item2, VmsPerDataCores = cores.Item3,
            DataUse = how.Item1, Node = how.Item2, SpanNodes = how.Item3, UseSmt = how.Item4,
        });

    [Fact]
    public void No_CPU_serves_more_VMs_than_was_asked() => Holds(static (host, layout, plan) =>
    {
        var width = layout.UseSmt ? host.ThreadsPerCore : 1;
        var mains = (layout.VmsPerMainCore + width - 1) / width;
        var data = layout.DataUse == CoreUse.OneThread ? (layout.VmsPerDataCores + width - 1) / width : layout.VmsPerDataCores;
        return Uses(plan.Vms.Select(static vm => vm.Main)) <= mains
            && Uses(plan.Vms.SelectMany(static vm => vm.Data)) <= data
            && !plan.Vms.Select(static vm => vm.Main).Intersect(plan.Vms.SelectMany(static vm => vm.Data)).Any();
    });

    [Fact]
    public void Every_VM_gets_as_many_CPUs_as_every_other() => Holds(static (host, layout, plan) =>
    {
        var width = layout.UseSmt && layout.DataUse == CoreUse.WholeCore ? host.ThreadsPerCore : 1;
        return plan.Vms.Count == layout.Chains * layout.VmsPerChain
            && plan.Vms.All(vm => vm.Data.Distinct().Count() == layout.DataCores * width);
    });

    [Fact]
    public void Every_VM_is_found_by_its_chain_and_place() => Holds(static (_, _, plan) =>
        plan.Vms.All(vm => plan.For(vm.Chain, vm.Vm) == vm));

    [Fact]
    public void All_CPUs_are_on_one_node_unless_spanning_was_asked() => Holds(static (host, layout, plan) =>
        (layout.SpanNodes && layout.Node is null) || (Nodes(host, plan).Distinct().ToList() is [var only] && (layout.Node ?? only) == only));

    [Fact]
    public void Whole_cores_are_used_with_all_their_siblings() => Holds(static (host, layout, plan) =>
        !layout.UseSmt || layout.DataUse == CoreUse.OneThread
        || plan.Vms.All(vm => vm.Data.All(cpu => Cpu(host, cpu).Siblings.Numbers().All(sibling => vm.Data.Contains(sibling)))));

    [Fact]
    public void Skipped_cores_are_the_first_and_none_of_theirs_is_used() => Holds(static (host, layout, plan) =>
    {
        var skipped = plan.Skipped.Numbers().Select(cpu => Cpu(host, cpu).Siblings).Distinct().ToList();
        var used = Used(plan).Select(cpu => Cpu(host, cpu)).ToList();
        return skipped.Count == layout.SkipCores
            && used.All(cpu => !skipped.Contains(cpu.Siblings))
            && (layout.SpanNodes || skipped.All(core => core.Ranges[0].First < used.Min(static cpu => cpu.Siblings.Ranges[0].First)));
    });

    [Fact]
    public void Refusal_names_a_shortfall_that_was_one() => Gen.Select(Hosts, Layouts).Sample(static (host, layout) =>
    {
        if (Attempt(host, layout) is not (null, { } message))
        {
            return true;
        }

        var nodes = layout.SpanNodes && layout.Node is null ? 1 : host.Nodes.Count;
        var row = host.Cpus.Count / host.ThreadsPerCore / nodes;
        var vms = layout.Chains * layout.VmsPerChain;
        var needed = layout.SkipCores + Up(vms, layout.VmsPerMainCore) + (Up(vms, layout.VmsPerDataCores) * layout.DataCores);
        return message.Contains("no node", StringComparison.Ordinal)
            || message.Contains("Turn SMT on", StringComparison.Ordinal)
            || (needed > row && message.Contains($"{needed - row} missing", StringComparison.Ordinal));
    });

    // Where it was right: on cores of one or two threads, with one data core for each VM.
    [Fact]
    public void Plan_is_that_of_CSITs_get_affinity_nf() => Gen.Select(
        Gen.Select(Gen.Int[1, 2], Gen.Int[1, 24], Gen.Int[1, 2]),
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 4]),
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Enum<CoreUse>(), Gen.Int[0, 1]))
        .Sample(static (machine, vms, cores) =>
        {
            var host = PlacementPlanTests.Host(machine.Item1, machine.Item2, machine.Item3);
            var layout = new ChainLayout
            {
                Chains = vms.Item1, VmsPerChain = vms.Item2, SkipCores = vms.Item3,
                VmsPerMainCore = cores.Item1, VmsPerDataCores = cores.Item2, DataUse = cores.Item3, Node = cores.Item4 % machine.Item1,
            };
            var plan = Attempt(host, layout).Plan;
            return (from chain in Enumerable.Range(1, layout.Chains)
                    from vm in Enumerable.Range(1, layout.VmsPerChain)
                    let theirs = Original.Affinity(host, layout, chain, vm)
                    select plan is null ? theirs is null : theirs is not null && theirs.SequenceEqual([plan.For(chain, vm).Main, .. plan.For(chain, vm).Data]))
                .All(static same => same);
        });

    private static void Holds(Func<HostTopology, ChainLayout, PlacementPlan, bool> law) => Gen.Select(Hosts, Layouts)
        .Sample((host, layout) => Attempt(host, layout).Plan is not { } plan || law(host, layout, plan));

    private static (PlacementPlan? Plan, string? Refusal) Attempt(HostTopology host, ChainLayout layout)
    {
        try
        {
            return (PlacementPlan.Make(host, layout), null);
        }
        catch (HostException refused)
        {
            return (null, refused.Message);
        }
    }

    private static int Up(int count, int share) => (count + share - 1) / share;

    private static int Uses(IEnumerable<int> cpus) => cpus.CountBy(static cpu => cpu).Max(static count => count.Value);

    private static List<int> Used(PlacementPlan plan) => [.. plan.Vms.SelectMany(static vm => vm.All.Numbers())];

    private static List<int> Nodes(HostTopology host, PlacementPlan plan) => [.. Used(plan).Select(cpu => Cpu(host, cpu).Node)];

    private static HostCpu Cpu(HostTopology host, int number) => host.Cpus[number];
}

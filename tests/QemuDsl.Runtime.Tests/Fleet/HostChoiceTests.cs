using QemuDsl.Runtime.Tests.Placement;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Fleet;

/// <summary>Where a VM goes, on which CPUs, and what is known of hosts.</summary>
public sealed class HostChoiceTests : IDisposable
{
    private readonly PaperHost _left = new("left");
    private readonly PaperHost _right = new("right");

    [Fact]
    public async Task VM_goes_where_most_CPUs_are_free()
    {
        var fleet = new StaticFleet([On(_left, 2), On(_right, 3)]);

        var hosts = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            hosts.Add((await Leases.Ask(fleet, 1)).Host.Name);
        }

        Assert.Equal(["right", "left", "right", "left", "right"], hosts);
    }

    [Fact]
    public async Task Greatest_of_a_group_goes_first_so_that_it_fits()
    {
        var fleet = new StaticFleet([On(_left, 4), On(_right, 2)]);

        var leases = await fleet.AcquireAllAsync(
            [new() { Cpus = 1 }, new() { Cpus = 1 }, new() { Cpus = 4 }], TestContext.Current.CancellationToken);

        Assert.Equal(["right", "right", "left"], leases.Select(static lease => lease.Host.Name));
    }

    [Fact]
    public async Task Lease_tells_that_its_host_is_lost_and_the_next_connection_is_another()
    {
        var fleet = new StaticFleet([On(_left, 2)]);
        var before = await Leases.Ask(fleet, 1);

        _left.Break();
        var meanwhile = await Leases.Ask(fleet, 1);
        await meanwhile.DisposeAsync();
        _left.Reconnect();
        var after = await Leases.Ask(fleet, 1);

        Assert.True(meanwhile.Lost.IsCancellationRequested, "the only host there is: the start will say why it cannot");
        Assert.False(after.Lost.IsCancellationRequested);
        Assert.True(after.Lost.CanBeCanceled);
        Assert.NotEqual(before.Lost, after.Lost);
    }

    [Fact]
    public async Task Host_that_is_lost_is_left_out_while_another_will_do()
    {
        var fleet = new StaticFleet([On(_left, 8), On(_right, 1)]);
        _left.Break();

        var first = await Leases.Ask(fleet, 1);
        var second = Leases.Ask(fleet, 1);
        Assert.False(second.IsCompleted, "it waits for the other one's end");
        var great = Leases.Ask(fleet, 4);
        await first.DisposeAsync();

        Assert.Equal("right", first.Host.Name);
        Assert.Equal("right", (await Leases.Soon(second)).Host.Name);
        Assert.Equal("left", (await Leases.Soon(great)).Host.Name);
    }

    [Fact]
    public async Task Pinned_CPUs_are_whole_cores_of_one_node()
    {
        // Two sockets and nodes of four cores with two threads each.
        var fleet = new StaticFleet([Pinnable(2, 4, 2)]);

        var first = await PinAsync(fleet, 2);
        var odd = await PinAsync(fleet, 1);
        var great = await PinAsync(fleet, 8);
        var rest = await PinAsync(fleet, 5);

        Assert.Equal("0,8", first.ToString());
        Assert.Equal("1", odd.ToString());
        Assert.Equal("4-7,12-15", great.ToString());
        Assert.Equal("2-3,9-11", rest.ToString());
    }

    [Fact]
    public async Task Pinned_CPUs_are_of_the_node_that_has_the_fewest_left()
    {
        var fleet = new StaticFleet([Pinnable(2, 4, 1)]);
        var first = await fleet.AcquireAsync(new VmResources { Cpus = 4, PinCpus = true }, TestContext.Current.CancellationToken);
        await PinAsync(fleet, 2);
        await first.DisposeAsync();

        Assert.Equal("6", (await PinAsync(fleet, 1)).ToString());
    }

    [Fact]
    public async Task Pinned_CPUs_span_nodes_where_no_node_has_enough()
    {
        var fleet = new StaticFleet([Pinnable(2, 2, 1)]);

        Assert.Equal("0-2", (await PinAsync(fleet, 3)).ToString());
    }

    [Fact]
    public async Task Pinned_CPUs_come_back()
    {
        var fleet = new StaticFleet([Pinnable(1, 2, 1)]);
        var all = await fleet.AcquireAsync(new VmResources { Cpus = 2, PinCpus = true }, TestContext.Current.CancellationToken);

        var waiting = fleet.AcquireAsync(new VmResources { Cpus = 1, PinCpus = true }, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        await all.DisposeAsync();

        Assert.Equal("0", (await Leases.Soon(waiting)).Cpus.ToString());
    }

    [Fact]
    public async Task This_machine_has_the_CPUs_and_the_memory_it_has()
    {
        var fleet = await LocalFleet.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);

        var online = await ChildProcess.RunAsync("nproc", [], TestContext.Current.CancellationToken);
        Assert.Equal(int.Parse(online, System.Globalization.CultureInfo.InvariantCulture), fleet.Capacity.Cpus);
        Assert.InRange(fleet.Capacity.Memory.Bytes, 1 << 20, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
    }

    [Fact]
    public async Task Fleet_of_hosts_has_what_they_have()
    {
        await using var host = new TestHost();

        var fleet = await StaticFleet.CreateAsync([host.Host, new OtherHost(host.Host)], TestContext.Current.CancellationToken);

        Assert.Equal(2, fleet.Hosts.Count);
        Assert.NotNull(fleet.Hosts[1].Capacity.Topology);
    }

    [Theory]
    [InlineData("MemTotal:  100 kB\nMemAvailable:     50 kB\n", 51_200L)]
    [InlineData("MemTotal:  100 kB\n", null)]
    [InlineData("MemAvailable: much kB\n", null)]
    [InlineData("", null)]
    public void Available_memory_is_read(string text, long? bytes) => Assert.Equal(bytes, HostCapacity.Available(text));

    [Theory]
    [InlineData("", 1, 128)]
    [InlineData("-smp 4 -m 512", 4, 512)]
    [InlineData("-smp cpus=2,maxcpus=8 -m size=1G,slots=2,maxmem=4G", 2, 1024)]
    [InlineData("-smp sockets=2,cores=3,threads=2 -m 2048M", 12, 2048)]
    [InlineData("-smp 1 -smp 3 -m 1 -m 64", 3, 64)]
    [InlineData("-smp many -m much", 1, 0)]
    public void What_a_guest_needs_is_read_from_its_command(string command, int cpus, int mebibytes)
    {
        var resources = VmResources.Of(new RawCommand("qemu", command.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(cpus, resources.Cpus);
        Assert.Equal((long)mebibytes << 20, resources.Memory.Bytes);
    }

    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
    }

    private static FleetHost On(IVmHost host, int cpus) => new(host, new HostCapacity(cpus, "64G"));

    private FleetHost Pinnable(int sockets, int cores, int threads)
    {
        var topology = PlacementPlanTests.Host(sockets, cores, threads);
        return new FleetHost(_left, new HostCapacity(topology.Cpus.Count, "64G") { Topology = topology });
    }

    private static async Task<CpuSet> PinAsync(StaticFleet fleet, int cpus) =>
        (await fleet.AcquireAsync(new VmResources { Cpus = cpus, PinCpus = true }, TestContext.Current.CancellationToken)).Cpus!.Value;
}

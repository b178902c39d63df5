namespace QemuDsl.Runtime.Tests.Fleet;

/// <summary>Who gets a place, when, and why somebody never will.</summary>
public sealed class LeaseTests
{
    private static readonly ByteSize Gibibyte = "1G";

    [Fact]
    public async Task Place_is_given_at_once_and_comes_back()
    {
        var fleet = Local(2);

        var first = await Leases.Ask(fleet, 2);
        var second = Leases.Ask(fleet, 1);
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();

        Assert.Equal(1, (await Leases.Soon(second)).Resources.Cpus);
        Assert.Null(first.Cpus);
        Assert.False(first.Lost.CanBeCanceled);
    }

    [Fact]
    public async Task Memory_counts_too()
    {
        var fleet = Local(9, memory: 2);

        var first = await fleet.AcquireAsync(new VmResources { Memory = "1536M" }, TestContext.Current.CancellationToken);
        var second = fleet.AcquireAsync(new VmResources { Memory = "1G" }, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();

        await Leases.Soon(second);
    }

    [Fact]
    public async Task Who_needs_less_does_not_overtake()
    {
        var fleet = Local(4);
        var holding = await Leases.Ask(fleet, 3);

        var great = Leases.Ask(fleet, 4);
        var small = Leases.Ask(fleet, 1);
        Assert.False(small.IsCompleted, "one CPU is free, and it is not its turn");
        await holding.DisposeAsync();

        var served = await Leases.Soon(great);
        Assert.False(small.IsCompleted);
        await served.DisposeAsync();
        await Leases.Soon(small);
    }

    [Fact]
    public async Task Who_leaves_the_queue_holds_nobody_up()
    {
        var fleet = Local(4);
        await using var holding = await Leases.Ask(fleet, 3);
        using var giveUp = new CancellationTokenSource();

        var great = fleet.AcquireAsync(new VmResources { Cpus = 2 }, giveUp.Token);
        var small = Leases.Ask(fleet, 1);
        await giveUp.CancelAsync();

        await Leases.Soon(small);
        var end = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Leases.Soon(great));
        Assert.Equal(giveUp.Token, end.CancellationToken);
    }

    [Fact]
    public async Task Who_has_given_up_before_asking_gets_nothing()
    {
        var fleet = Local(1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fleet.AcquireAsync(new VmResources(), new CancellationToken(canceled: true)));

        await Leases.Ask(fleet, 1);
    }

    [Fact]
    public async Task Disposing_twice_gives_back_once()
    {
        var fleet = Local(2);
        var first = await Leases.Ask(fleet, 1);
        await Leases.Ask(fleet, 1);

        await first.DisposeAsync();
        await first.DisposeAsync();

        await Leases.Ask(fleet, 1);
        Assert.False(Leases.Ask(fleet, 1).IsCompleted);
    }

    [Fact]
    public async Task Group_gets_all_or_waits_and_two_groups_never_wait_for_each_other()
    {
        var fleet = Local(3);
        VmResources[] pair = [new(), new()];

        var first = fleet.AcquireAllAsync(pair, TestContext.Current.CancellationToken);
        var second = fleet.AcquireAllAsync(pair, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        foreach (var lease in await first)
        {
            await lease.DisposeAsync();
        }

        Assert.Equal(2, (await Leases.Soon(second)).Count);
    }

    [Fact]
    public async Task Places_of_a_group_are_in_the_order_of_the_requests()
    {
        var fleet = Local(9);

        var leases = await fleet.AcquireAllAsync(
            [new() { Cpus = 1 }, new() { Cpus = 3 }, new() { Cpus = 2 }], TestContext.Current.CancellationToken);

        Assert.Equal([1, 3, 2], leases.Select(static lease => lease.Resources.Cpus));
    }

    [Theory]
    [InlineData(5, "1G", false, "No host will ever have 5 CPUs and 1G of memory", "has 4 CPUs and 8G of memory")]
    [InlineData(1, "9G", false, "No host will ever have 1 CPU and 9G of memory", "has 4 CPUs and 8G of memory")]
    [InlineData(1, "1G", true, "CPUs of its own", "no HostCapacity.Topology")]
    public async Task What_no_host_will_ever_have_is_refused_at_once(int cpus, string memory, bool pin, string wanted, string reason)
    {
        var fleet = Local(4, memory: 8);
        await using var holding = await Leases.Ask(fleet, 4);

        var resources = new VmResources { Cpus = cpus, Memory = memory, PinCpus = pin };

        var failure = await Assert.ThrowsAsync<FleetException>(
            () => fleet.AcquireAsync(resources, TestContext.Current.CancellationToken));

        Assert.Contains(wanted, failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_that_never_fits_together_is_refused_at_once()
    {
        var failure = await Assert.ThrowsAsync<FleetException>(() => Local(4).AcquireAllAsync(
            [.. Enumerable.Repeat(new VmResources { Cpus = 2, Memory = Gibibyte }, 3)], TestContext.Current.CancellationToken));

        Assert.Contains("places for 3 VMs at once, with 6 CPUs and 3G of memory together", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fleet_without_hosts_says_so() => Assert.Contains(
        "has no hosts",
        (await Assert.ThrowsAsync<FleetException>(() => Leases.Ask(new StaticFleet([]), 1))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(-1, 0, false)]
    [InlineData(1, -1, false)]
    [InlineData(0, 0, true)]
    public async Task Nonsense_is_refused(int cpus, long memory, bool pin)
    {
        var resources = new VmResources { Cpus = cpus, Memory = new ByteSize(memory), PinCpus = pin };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Local(4).AcquireAsync(resources, TestContext.Current.CancellationToken));
    }

    private static LocalFleet Local(int cpus, int memory = 64) =>
        new(new LocalHost(), new HostCapacity(cpus, new ByteSize((long)memory << 30)));
}

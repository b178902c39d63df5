namespace QemuDsl.Runtime.Tests.Placement;

public sealed class HugePagesTests
{
    [Fact]
    public async Task Pools_are_read_by_the_names_of_their_files()
    {
        await using var tree = Host(free: 20, reserved: 8, total: 30);

        var pages = await HugePages.ReadAsync(tree.Host, tree.Root, TestContext.Current.CancellationToken);

        Assert.Equal("2M", pages.DefaultSize?.ToString());
        Assert.Equal(
            [("2M", null), ("1G", null), ("2M", 0), ("2M", 1)], pages.Pools.Select(static pool => (pool.PageSize.ToString(), pool.Node)));
        var pool = pages.PoolFor(new HugePageRequest("1M"));
        Assert.Equal((30, 20, 8, 12), (pool.Total, pool.Free, pool.Reserved, pool.Available));
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(23, true)]
    [InlineData(25, false)]
    public async Task Pages_are_free_minus_reserved_and_rounded_up(int megabytes, bool enough)
    {
        await using var tree = Host(free: 20, reserved: 8, total: 30);
        var request = new HugePageRequest($"{megabytes}M");

        if (enough)
        {
            await RequireAsync(tree, request);
        }
        else
        {
            var failure = await RefusedAsync(tree, request);
            Assert.Contains(
                "13 huge pages of 2M are needed and 12 can be had (free 20, of these promised to others 8): 1 missing.",
                failure, StringComparison.Ordinal);
            Assert.Contains("As root: sysctl -w vm.nr_hugepages=31;", failure, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Requests_are_added_up_each_rounded_by_itself()
    {
        await using var tree = Host(free: 4, reserved: 0, total: 4);

        await RequireAsync(tree, new HugePageRequest("3M"), new HugePageRequest("3M"));
        var failure = await RefusedAsync(tree, new HugePageRequest("3M"), new HugePageRequest("3M"), new HugePageRequest("1"));

        Assert.Contains("5 huge pages of 2M are needed and 4 can be had", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_has_its_own_free_pages_and_no_more_than_the_host_has_left()
    {
        await using var tree = Host(free: 20, reserved: 15, total: 30)
            .Pool("/sys/devices/system/node/node0/hugepages", 2048, free: 3, total: 3);

        var scarce = await RefusedAsync(tree, new HugePageRequest("8M") { Node = 0 });
        var promised = await RefusedAsync(tree, new HugePageRequest("12M") { Node = 1 });

        Assert.Contains("4 huge pages of 2M on node 0 are needed and 3 can be had", scarce, StringComparison.Ordinal);
        Assert.Contains("echo 4 > /sys/devices/system/node/node0/hugepages/hugepages-2048kB/nr_hugepages", scarce, StringComparison.Ordinal);
        Assert.Contains("6 huge pages of 2M on node 1 are needed and 5 can be had", promised, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_on_two_nodes_cannot_both_have_what_the_host_has_left()
    {
        await using var tree = Host(free: 20, reserved: 15, total: 30);

        var failure = await RefusedAsync(tree, new HugePageRequest("6M") { Node = 0 }, new HugePageRequest("6M") { Node = 1 });

        Assert.Contains("6 huge pages of 2M are needed and 5 can be had", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_the_kernel_may_make_beyond_the_pool_count_until_they_exist()
    {
        await using var tree = Host(free: 1, reserved: 0, total: 3)
            .Pool("/sys/kernel/mm/hugepages", 2048, free: 1, total: 3, surplus: 2, overcommit: 5);

        await RequireAsync(tree, new HugePageRequest("8M"));
        var failure = await RefusedAsync(tree, new HugePageRequest("10M"));

        // Of the three pages two are surplus, and what the kernel takes is the pool without them.
        Assert.Contains("sysctl -w vm.nr_hugepages=2;", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_a_gigabyte_come_with_the_boot_parameter()
    {
        await using var tree = Host(free: 0, reserved: 0, total: 0);

        var failure = await RefusedAsync(tree, new HugePageRequest("3G") { PageSize = "1G" });

        Assert.Contains("echo 3 > /sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages", failure, StringComparison.Ordinal);
        Assert.Contains("boot with hugepagesz=1G hugepages=3", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holders_are_named_the_largest_first()
    {
        await using var tree = Host(free: 0, reserved: 0, total: 8)
            .Write("/proc/12/status", "Name:\tsmall one\nHugetlbPages:\t    2048 kB")
            .Write("/proc/4711/status", "Name:\tqemu-system-x86\nUid:\t0\nHugetlbPages:\t   14336 kB")
            .Write("/proc/13/status", "Name:\tnobody\nHugetlbPages:\t       0 kB");

        var failure = await RefusedAsync(tree, new HugePageRequest("2M"));

        Assert.EndsWith("They are held by:\n  14M: qemu-system-x86 (pid 4711)\n  2M: small one (pid 12)", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Size_or_node_that_is_not_there_is_refused_with_those_that_are()
    {
        await using var tree = Host(free: 9, reserved: 0, total: 9);

        var size = await RefusedAsync(tree, new HugePageRequest("64K") { PageSize = "64K" });
        var node = await RefusedAsync(tree, new HugePageRequest("2M") { Node = 7 });

        Assert.Contains("it has no huge pages of 64K. Its kernel knows: 2M, 1G.", size, StringComparison.Ordinal);
        Assert.Contains("it has no node 7 with memory. Its nodes are 0-1.", node, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_without_huge_pages_is_said()
    {
        await using var tree = new FakeTree().Write("/proc/meminfo", "MemTotal: 1 kB");

        var failure = await RefusedAsync(tree, new HugePageRequest("2M"));

        Assert.Contains("it has no huge pages of any size. Its kernel knows: none.", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Monstrous_request_is_a_shortfall_and_no_overflow()
    {
        await using var tree = Host(free: 9, reserved: 0, total: 9);

        Assert.Contains("missing", await RefusedAsync(tree, new HugePageRequest(new ByteSize(long.MaxValue))), StringComparison.Ordinal);
    }

    private static FakeTree Host(int free, int reserved, int total) => new FakeTree()
        .Write("/proc/meminfo", "MemTotal:       24640564 kB\nHugepagesize:       2048 kB")
        .Pool("/sys/kernel/mm/hugepages", 2048, free, total, reserved)
        .Pool("/sys/kernel/mm/hugepages", 1048576, 0, 0)
        .Pool("/sys/devices/system/node/node0/hugepages", 2048, free, total)
        .Pool("/sys/devices/system/node/node1/hugepages", 2048, free, total);

    private static Task RequireAsync(FakeTree tree, params HugePageRequest[] requests) =>
        HugePages.RequireAsync(tree.Host, requests, tree.Root, TestContext.Current.CancellationToken);

    private static async Task<string> RefusedAsync(FakeTree tree, params HugePageRequest[] requests) =>
        (await Assert.ThrowsAsync<HostException>(() => RequireAsync(tree, requests))).Message;
}

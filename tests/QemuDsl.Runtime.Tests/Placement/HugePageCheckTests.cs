using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Placement;

public sealed class HugePageCheckTests
{
    [Theory]
    [InlineData("memory-backend-file,id=mem0,size=20M,mem-path=/dev/hugepages", 10)]
    [InlineData("memory-backend-file,id=mem0,size=20M,mem-path=/dev/hugepages/,share=on", 10)]
    [InlineData("memory-backend-memfd,id=mem0,size=21M,hugetlb=on", 11)]
    [InlineData("memory-backend-memfd,id=mem0,size=20M,hugetlb=on,hugetlbsize=2M", 10)]
    [InlineData("""{"qom-type":"memory-backend-memfd","id":"mem0","size":20971520,"hugetlb":true,"hugetlbsize":2097152}""", 10)]
    [InlineData("""{"qom-type":"memory-backend-file","size":20971520,"mem-path":"/dev/hugepages","host-nodes":[0,1],"policy":"bind"}""", 10)]
    public async Task Memory_of_huge_pages_is_asked_for(string value, int pages)
    {
        await using var tree = Host();

        var failure = await Assert.ThrowsAsync<HostException>(() => CheckAsync(tree, "-m", "20M", "-object", value));

        Assert.Contains($"{pages} huge pages of 2M are needed and 8 can be had", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("memory-backend-file,id=mem0,size=2G,mem-path=/dev/hugepages1G", "2 huge pages of 1G are needed")]
    [InlineData("memory-backend-memfd,id=mem0,size=8M,hugetlb=on,host-nodes=0,policy=bind", "4 huge pages of 2M on node 0 are needed")]
    [InlineData("""{"qom-type":"memory-backend-memfd","size":8388608,"hugetlb":true,"host-nodes":[0],"policy":"bind"}""", "on node 0 are needed")]
    public async Task Size_of_the_mount_and_node_of_the_policy_are_heeded(string value, string said)
    {
        await using var tree = Host();

        var failure = await Assert.ThrowsAsync<HostException>(() => CheckAsync(tree, "-object", value));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-mem-path", "/dev/hugepages", "-m", "20")]
    [InlineData("-m", "size=20M,slots=2,maxmem=1G", "-mem-path", "/dev/hugepages")]
    [InlineData("-m", "20M", "--mem-path", "/dev/hugepages")]
    public async Task Memory_path_of_the_whole_VM_is_asked_for(params string[] arguments)
    {
        await using var tree = Host();

        var failure = await Assert.ThrowsAsync<HostException>(() => CheckAsync(tree, arguments));

        Assert.Contains("10 huge pages of 2M are needed", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("memory-backend-file,id=mem0,size=2G,mem-path=/dev/shm")]
    [InlineData("memory-backend-file,id=mem0,size=2G,mem-path=/dev/hugepages/kept")]
    [InlineData("memory-backend-file,id=mem0,size=2G,mem-path=/dev/hugepages,reserve=off")]
    [InlineData("memory-backend-memfd,id=mem0,size=2G")]
    [InlineData("memory-backend-ram,id=mem0,size=2G,host-nodes=0,policy=bind")]
    [InlineData("memory-backend-memfd,id=mem0,size=8M,hugetlb=on,host-nodes=0,policy=preferred")]
    [InlineData("memory-backend-memfd,hugetlb=on,size=wrong")]
    [InlineData("{broken")]
    [InlineData("secret,id=s0,data=a")]
    public async Task Memory_of_other_kinds_is_let_through(string value)
    {
        await using var tree = Host();

        await CheckAsync(tree, "-m", "2G", "-object", value);
    }

    [Fact]
    public async Task VM_without_its_pages_is_refused_before_QEMU_is_started_unless_that_is_switched_off()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.BootSector(), "pc", "-object", "memory-backend-memfd,id=mem0,size=8T,hugetlb=on,hugetlbsize=2M");

        var failure = await Assert.ThrowsAsync<HostException>(() => host.StartAsync(command));
        var careless = new VmOptions { CheckHugePages = false };
        var refusal = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(command, careless));

        Assert.Contains("huge pages of 2M are needed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Cannot allocate memory", refusal.Message, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    private static FakeTree Host() => new FakeTree()
        .Write("/proc/meminfo", "Hugepagesize:       2048 kB")
        .Write("/proc/self/mounts", """
            tmpfs /dev/shm tmpfs rw 0 0
            hugetlbfs /dev/hugepages hugetlbfs rw,relatime,pagesize=2M 0 0
            none /dev/hugepages1G hugetlbfs rw,pagesize=1024M 0 0
            """)
        .Pool("/sys/kernel/mm/hugepages", 2048, free: 8, total: 8)
        .Pool("/sys/kernel/mm/hugepages", 1048576, free: 1, total: 1)
        .Pool("/sys/devices/system/node/node0/hugepages", 2048, free: 3, total: 3)
        .Pool("/sys/devices/system/node/node1/hugepages", 2048, free: 5, total: 5);

    private static Task CheckAsync(FakeTree tree, params string[] arguments) =>
        HugePageCheck.RunAsync(tree.Host, arguments, tree.Root, TestContext.Current.CancellationToken);
}

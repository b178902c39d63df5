using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>Changes the huge pages of this machine and proves that they are as before.</summary>
public sealed class HugePageLeaseTests
{
    private const string Pool = "/sys/kernel/mm/hugepages/hugepages-2048kB";

    private const string NodePool = "/sys/devices/system/node/node0/hugepages/hugepages-2048kB";

    private static readonly HugePageRequest TwoPages = new("3M") { PageSize = "2M" };

    [Fact]
    public async Task Lease_adds_pages_and_takes_them_away_again()
    {
        RequireHugePages();
        await using var host = new TestHost();
        var before = Count();

        var lease = await HugePageLease.AcquireAsync(host.Host, TwoPages, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, lease.Pages);
        Assert.Equal(before + 2, Count());
        await HugePages.RequireAsync(host.Host, TwoPages, TestContext.Current.CancellationToken);
        await lease.DisposeAsync();
        await lease.DisposeAsync();
        Assert.Equal(before, Count());
        Assert.Empty(host.Log);
    }

    [Fact]
    public async Task Leases_at_once_do_not_take_each_others_pages()
    {
        RequireHugePages();
        await using var host = new TestHost();
        var before = Count();

        var leases = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            _ => HugePageLease.AcquireAsync(host.Host, TwoPages, cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal(before + 12, Count());
        await Task.WhenAll(leases.Select(static lease => lease.DisposeAsync().AsTask()));
        Assert.Equal(before, Count());
    }

    [Fact]
    public async Task Lease_is_bound_to_a_node_when_asked()
    {
        RequireHugePages();
        await using var host = new TestHost();
        var before = Count(NodePool);

        var request = TwoPages with { Node = 0 };
        await using (await HugePageLease.AcquireAsync(host.Host, request, cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Equal(before + 2, Count(NodePool));
        }

        Assert.Equal(before, Count(NodePool));
    }

    [Fact]
    public async Task QEMU_has_its_memory_in_the_mount_of_a_lease()
    {
        RequireHugePages();
        await using var host = new TestHost();
        var before = Count();
        await using (var lease = await HugePageLease.AcquireAsync(
            host.Host, new HugePageRequest("32M") { PageSize = "2M" }, mount: true, TestContext.Current.CancellationToken))
        {
            var free = Count(Pool, "free_hugepages");
            var backend = $"memory-backend-file,id=mem0,size=32M,mem-path={lease.MountPoint},share=on,prealloc=on";
            await using var vm = await host.StartAsync(
                host.Boots(MarkerGuests.BootSector(), "pc", "-m", "32M", "-object", backend, "-machine", "memory-backend=mem0"),
                new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) });

            Assert.Equal(free - 16, Count(Pool, "free_hugepages"));
            var failure = await Assert.ThrowsAsync<HostException>(() => HugePages.RequireAsync(
                host.Host, new HugePageRequest("1T") { PageSize = "2M" }, TestContext.Current.CancellationToken));
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"(pid {vm.Pid})"), failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, Count());
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task File_that_was_left_in_a_mount_is_told_as_a_holder()
    {
        RequireHugePages();
        await using var host = new TestHost();
        await using var lease = await HugePageLease.AcquireAsync(host.Host, TwoPages, mount: true, TestContext.Current.CancellationToken);
        await ChildProcess.RunAsync("fallocate", ["-l", "2M", $"{lease.MountPoint}/left"], TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<HostException>(() => HugePages.RequireAsync(
            host.Host, new HugePageRequest("1T") { PageSize = "2M" }, TestContext.Current.CancellationToken));

        Assert.Contains($"2M: file {lease.MountPoint}/left", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_go_when_the_owner_does_without_a_word()
    {
        RequireHugePages();
        await using var host = new TestHost();
        var before = Count();
        var command = HostShell.Command("lease-huge-pages.sh", [Pool, "2", "-", "2048"]);
        await using (var process = await host.Host.StartProcessAsync(command, TestContext.Current.CancellationToken))
        {
            using var words = new StreamReader(process.Stdout);
            Assert.Equal("ready", await words.ReadLineAsync(TestContext.Current.CancellationToken));
            Assert.Equal(before + 2, Count());

            // The kernel closes the pipes of an owner that is killed.
            await process.Stdin.DisposeAsync();
            Assert.Equal(0, await process.Completion);
        }

        Assert.Equal(before, Count());
    }

    [Fact]
    public async Task Lease_that_cannot_be_mounted_gives_its_pages_back()
    {
        RequireHugePages();
        await using var host = new TestHost();
        var before = Count();

        var failure = await Assert.ThrowsAsync<HostException>(() => HugePageLease.AcquireAsync(
            new OtherHost(host.Host) { RunRoot = "/nowhere" }, TwoPages, mount: true, TestContext.Current.CancellationToken));

        Assert.Contains("2 huge pages of 2M could not be leased.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("/nowhere/", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, Count());
    }

    // Whoever does not reserve counts on pages to come, so QEMU is started.
    [Fact]
    public async Task Huge_pages_that_run_out_while_the_guest_runs_are_told_from_a_kill()
    {
        RequireHugePages();
        await using var host = new TestHost();
        await using var lease = await HugePageLease.AcquireAsync(host.Host, TwoPages, mount: true, TestContext.Current.CancellationToken);
        var command = host.Boots(
            MarkerGuests.BootSector(), "pc", "-machine", "memory-backend=m",
            "-object", $"memory-backend-file,id=m,mem-path={lease.MountPoint},size=128M,share=on,reserve=off");

        await using var vm = await host.StartAsync(command, new VmOptions { StartPaused = true });
        await vm.ContinueAsync(TestContext.Current.CancellationToken);
        var exit = await vm.Exited.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(7, exit.Signal);
        Assert.Contains("huge pages or /dev/shm ran out", exit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_the_kernel_made_of_too_few_are_given_back()
    {
        // Files that play a kernel which makes one page of two: surplus, read before and after each change, takes the other away.
        await using var tree = new FakeTree().Write("/pool/nr_hugepages", "10");
        const string Play = """
            mkfifo "$1/surplus_hugepages"
            exec 3<>"$1/surplus_hugepages"
            printf '0\n1\n1\n0\n' >&3
            exec /bin/sh -c "$2" qemu-dsl "$1" 2 - 2048
            """;
        var script = HostShell.Command("lease-huge-pages.sh", []).Arguments[1];
        await using var process = await tree.Host.StartProcessAsync(
            new HostCommand("/bin/sh", ["-c", Play, "sh", $"{tree.Root}/pool", script]), TestContext.Current.CancellationToken);
        using var errors = new StreamReader(process.Stderr);

        Assert.Equal("the kernel made 1 of 2\n", await errors.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await process.Completion);
        Assert.Equal("10", (await File.ReadAllTextAsync($"{tree.Root}/pool/nr_hugepages", TestContext.Current.CancellationToken)).Trim());
    }

    [Fact]
    public async Task Given_up_lease_leaves_nothing()
    {
        RequireHugePages();
        await using var host = new TestHost();
        var before = Count();
        foreach (var milliseconds in Enumerable.Range(0, 12))
        {
            using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            try
            {
                await using var lease = await HugePageLease.AcquireAsync(host.Host, TwoPages, mount: true, impatience.Token);
            }
            catch (OperationCanceledException)
            {
                // Whether it was in time depends on the machine; that nothing is left does not.
            }

            Assert.Equal(before, Count());
        }

        await host.NothingIsLeftAsync();
    }

    internal static long Count(string pool = Pool, string file = "nr_hugepages") =>
        long.Parse(File.ReadAllText($"{pool}/{file}"), CultureInfo.InvariantCulture);

    internal static void RequireHugePages()
    {
        try
        {
            File.OpenHandle($"{Pool}/nr_hugepages", FileMode.Open, FileAccess.Write).Dispose();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Missing.Report($"huge pages cannot be made here: {refused.Message}");
        }
    }
}

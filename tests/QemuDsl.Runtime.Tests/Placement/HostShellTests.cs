using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>Scripts on a host that prints without end, or says nothing.</summary>
public sealed class HostShellTests
{
    [Fact]
    public async Task Output_without_end_is_ended()
    {
        await using var tree = new FakeTree().Write("/proc/1/status", string.Concat(Enumerable.Repeat("Name:\n", 600_000)));

        var failure = await Assert.ThrowsAsync<HostException>(
            () => HugePageHolders.DescribeAsync(tree.Host, tree.Root, TestContext.Current.CancellationToken));

        Assert.Contains("'/bin/sh' printed more than 16777216 bytes and was ended", failure.Message, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => Processes.Using(tree.Root).Count == 0, "the script is gone");
    }

    [Fact]
    public async Task Script_that_hangs_ends_with_its_caller()
    {
        await using var tree = new FakeTree().Write("/proc/1/status", "Name:\tinit").Write("/proc/self/status", "");
        await ChildProcess.RunAsync("mkfifo", [$"{tree.Root}/proc/self/mounts"], TestContext.Current.CancellationToken);
        using var patience = new CancellationTokenSource();

        var describing = HugePageHolders.DescribeAsync(tree.Host, tree.Root, patience.Token);
        await Eventually.TrueAsync(() => Processes.Using(tree.Root).Count > 0, "the script runs");
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => describing);
        await Eventually.TrueAsync(() => Processes.Using(tree.Root).Count == 0, "the script is gone");
    }

    [Fact]
    public async Task Files_keep_their_blanks_and_lines_and_those_that_cannot_be_read_are_not_there()
    {
        await using var tree = new FakeTree().Write("/a b/one", "first\n\n  second @\n@third").Write("/a b/two", "");

        var files = await HostFiles.ReadAsync(tree.Host, [$"{tree.Root}/a b/*", $"{tree.Root}/none*"], TestContext.Current.CancellationToken);

        Assert.Equal([$"{tree.Root}/a b/one", $"{tree.Root}/a b/two"], files.Paths);
        Assert.Equal("first\n\n  second @\n@third", files.Text($"{tree.Root}/a b/one"));
        Assert.Equal("", files.Text($"{tree.Root}/a b/two"));
        Assert.Null(files.Text($"{tree.Root}/none"));
    }
}

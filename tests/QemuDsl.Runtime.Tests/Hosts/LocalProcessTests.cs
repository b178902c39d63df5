namespace QemuDsl.Runtime.Tests;

public sealed class LocalProcessTests
{
    [Fact]
    public async Task Disposing_closes_all_three_pipes()
    {
        var process = await new LocalHost().StartProcessAsync(
            new HostCommand("/bin/sh", ["-c", "for fd in 0 1 2; do readlink /proc/$$/fd/$fd; done"]), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(process.Stdout);
        var pipes = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        await process.DisposeAsync();
        await process.DisposeAsync();

        Assert.Equal(3, pipes.Length);
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(static entry => new FileInfo(entry).LinkTarget), pipes.Contains);
    }
}

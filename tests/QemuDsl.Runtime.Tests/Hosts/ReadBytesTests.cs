namespace QemuDsl.Runtime.Tests;

public sealed class ReadBytesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(3, 4096)]
    public async Task File_up_to_the_limit_is_read_whole(int size, int limit)
    {
        await using var host = new TestHost();
        var content = Enumerable.Range(0x7e, size).Select(static value => (byte)value).ToArray();
        await File.WriteAllBytesAsync(host.File("f"), content, TestContext.Current.CancellationToken);

        Assert.Equal(content, await host.Host.ReadBytesAsync(host.File("f"), limit, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("f")]
    [InlineData("/dev/zero")]
    public async Task File_over_the_limit_is_refused(string name)
    {
        await using var host = new TestHost();
        await File.WriteAllTextAsync(host.File("f"), "four", TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<HostException>(
            () => host.Host.ReadBytesAsync(host.File(name), 3, TestContext.Current.CancellationToken));

        Assert.Contains("more than 3 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_what_cannot_be_read_an_error()
    {
        await using var host = new TestHost();

        Assert.Null(await host.Host.ReadBytesAsync(host.File("none/at/all"), 3, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<HostException>(() => host.Host.ReadBytesAsync("/tmp", 3, TestContext.Current.CancellationToken));
    }
}

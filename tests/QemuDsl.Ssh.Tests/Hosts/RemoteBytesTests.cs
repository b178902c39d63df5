using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

/// <summary>Files of the other machine come over the connection byte for byte.</summary>
public sealed class RemoteBytesTests(SshServer server) : IDisposable
{
    private readonly TempDirectory _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_are_read_whole_up_to_the_limit()
    {
        await using var host = new SshHost(server.Require().Options());
        byte[] content = [.. Enumerable.Range(0, 100_000).Select(static value => (byte)value)];
        await File.WriteAllBytesAsync(_folder.File("-f"), content, Token);

        Assert.Equal(content, await host.ReadBytesAsync(_folder.File("-f"), content.Length, Token));
        Assert.Null(await host.ReadBytesAsync(_folder.File("none"), 10, Token));
        var large = await Assert.ThrowsAsync<HostException>(() => host.ReadBytesAsync(_folder.File("-f"), content.Length - 1, Token));
        Assert.Contains("more than 99999 bytes", large.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HostException>(() => host.ReadBytesAsync("/tmp", 10, Token));
    }

    public void Dispose() => _folder.Dispose();
}

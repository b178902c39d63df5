using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

/// <summary>What a VM leaves in files of the other machine comes over the connection.</summary>
public sealed class LifecycleTests(SshServer server) : IDisposable
{
    private readonly TempDirectory _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Screen_of_a_VM_comes_over_the_connection()
    {
        await using var host = new SshHost(server.Require().Options());
        var command = new RawCommand(
            Tools.Qemu("x86_64"), ["-machine", "pc", "-accel", "tcg", "-nodefaults", "-no-user-config", "-display", "none", "-device", "VGA"]);
        await using var vm = await host.StartAsync(command, null, Token);

        var png = await vm.ScreenshotAsync(Token);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
    }

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

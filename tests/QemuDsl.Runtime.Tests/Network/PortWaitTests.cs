using System.Text;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Waits for ports of a Linux, which begins with its network down.</summary>
public sealed class PortWaitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(QemuBinaries.Installed)]
    [InlineData(QemuBinaries.Unpacked)]
    public async Task SSH_server_is_waited_for_and_can_be_connected_to(string qemu)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Linux(qemu), Ready(Boot.UntilSsh()));

        await using var stream = await vm.ConnectAsync(22, cancellationToken: Token);
        var banner = new byte["SSH-2.0-dropbear".Length];
        await stream.ReadExactlyAsync(banner, Token);

        Assert.Equal("SSH-2.0-dropbear", Encoding.ASCII.GetString(banner));
    }

    [Fact]
    public async Task Port_where_nobody_listens_is_not_open_until_somebody_does()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Linux(QemuBinaries.Installed), Ready(Boot.UntilTcpPort(22)));

        var failure = await Assert.ThrowsAsync<BootException>(() => vm.WaitAsync(Boot.UntilTcpPort(80), TimeSpan.FromSeconds(2), Token));
        Assert.Equal(BootFailure.TimedOut, failure.Failure);
        Assert.Contains("-10.0.2.15:80 of net0: nobody listens there", failure.Message, StringComparison.Ordinal);

        // It says nothing before it is asked, so only the handshake proves it.
        await vm.Serial.WriteAsync("httpd -p 80 -h /\n", Token);
        await vm.WaitAsync(Boot.UntilTcpPort(80), TimeSpan.FromMinutes(2), Token);

        failure = await Assert.ThrowsAsync<BootException>(() => vm.WaitAsync(Boot.UntilSsh(80).Within(TimeSpan.FromSeconds(2)), cancellationToken: Token));
        Assert.Equal(BootFailure.TimedOut, failure.Failure);
    }

    private static VmOptions Ready(BootWait wait) => new() { ReadyWhen = wait, BootTimeout = TimeSpan.FromMinutes(3) };

    private static RawCommand Linux(string qemu) => new(
        QemuBinaries.Require(qemu, "x86_64").Path,
        [
            .. TestHost.Empty().Arguments, .. TinyLinux.Require().BootArguments,
            "-netdev", "user,id=net0,hostfwd=tcp:127.0.0.1:0-:22,hostfwd=tcp:127.0.0.1:0-:80", "-device", "virtio-net-pci,netdev=net0",
            // With a key it starts its SSH server; nobody logs in here, so it need not be one.
            "-fw_cfg", "name=opt/qdsl/key,string=none",
        ]);
}

using System.Text;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Waits for what a guest offers to the network.</summary>
public sealed class NetworkWaitTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Linux_is_ready_when_its_SSH_server_tells_its_version()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Linux("tcp:127.0.0.1:0-:22"), new VmOptions { ReadyWhen = Boot.UntilSsh() });

        await using var stream = await vm.ConnectAsync(22, cancellationToken: Token);
        var banner = new byte[4];
        await stream.ReadExactlyAsync(banner, Token);

        Assert.Equal("SSH-", Encoding.ASCII.GetString(banner));
    }

    // QEMU accepts on the host's side from the first instant on; only the guest's own answer counts.
    [Fact]
    public async Task Port_counts_once_the_guest_itself_listens()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(Linux("tcp:127.0.0.1:0-:7"), new VmOptions { ReadyWhen = Boot.UntilSerial(TinyLinux.ReadyLine) });
        var waiting = vm.WaitAsync(Boot.UntilTcpPort(7), Soon, Token);

        await Task.Delay(TimeSpan.FromSeconds(1), Token);
        Assert.False(waiting.IsCompleted);
        await vm.Serial.WriteAsync("nc -ll -p 7 -e cat &\n", Token);

        await waiting;
        await using var stream = await vm.ConnectAsync(7, cancellationToken: Token);
        await stream.WriteAsync("echo"u8.ToArray(), Token);
        var answer = new byte[4];
        await stream.ReadExactlyAsync(answer, Token);
        Assert.Equal("echo", Encoding.ASCII.GetString(answer));
    }

    [Fact]
    public async Task Guest_without_a_network_accepts_nothing_whatever_QEMU_does()
    {
        await using var host = new TestHost();
        var command = host.Boots(
            MarkerGuests.BootSector(), "pc", "-netdev", "user,id=n,hostfwd=tcp:127.0.0.1:0-:22", "-device", "virtio-net-pci,netdev=n");
        await using var vm = await host.StartAsync(command);

        foreach (var wait in (BootWait[])[Boot.UntilTcpPort(22), Boot.UntilSsh()])
        {
            var failure = await Assert.ThrowsAsync<BootException>(() => vm.WaitAsync(wait, TimeSpan.FromSeconds(3), Token));
            Assert.Equal(BootFailure.TimedOut, failure.Failure);
            Assert.Contains("port 22 of the guest", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Port_no_forward_leads_to_is_told_at_once_with_the_remedy()
    {
        await using var host = new TestHost();
        var command = TestHost.Empty("-netdev", "user,id=n,hostfwd=tcp:127.0.0.1:0-:80", "-device", "virtio-net-pci,netdev=n");
        await using var vm = await host.StartAsync(command);

        var failure = await Assert.ThrowsAsync<BootException>(() => vm.WaitAsync(Boot.UntilSsh(), Soon, Token));

        Assert.Equal(BootFailure.Impossible, failure.Failure);
        Assert.Contains("-10.0.2.15:80", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'tcp:127.0.0.1:0-:22'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_ends_with_QEMU()
    {
        await using var host = new TestHost();
        var command = TestHost.Empty("-netdev", "user,id=n,hostfwd=tcp:127.0.0.1:0-:22", "-device", "virtio-net-pci,netdev=n");
        await using var vm = await host.StartAsync(command);
        var waiting = vm.WaitAsync(Boot.UntilTcpPort(22), Soon, Token);

        await vm.KillAsync(Token);

        Assert.Equal(BootFailure.Exited, (await Assert.ThrowsAsync<BootException>(() => waiting)).Failure);
    }

    [Fact]
    public async Task Cancelled_wait_ends_at_once()
    {
        await using var host = new TestHost();
        var command = TestHost.Empty("-netdev", "user,id=n,hostfwd=tcp:127.0.0.1:0-:22", "-device", "virtio-net-pci,netdev=n");
        await using var vm = await host.StartAsync(command);
        using var giveUp = new CancellationTokenSource();
        var waiting = vm.WaitAsync(Boot.All(Boot.UntilTcpPort(22), Boot.UntilSsh()), Soon, giveUp.Token);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", false)]
    [InlineData("welcome\r\nSSH-2.0-OpenSSH_9.2\r\n", true)]
    [InlineData("SSH-1.99-Cisco\r\n", true)]
    public async Task Only_an_SSH_server_counts_as_one(string greeting, bool isOne)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());
        await using var server = new FakeServer(stream => stream.WriteAsync(Encoding.ASCII.GetBytes(greeting)).AsTask());

        var waiting = vm.WaitAsync(Boot.UntilSsh(server.Port, "127.0.0.1"), isOne ? Soon : TimeSpan.FromSeconds(1), Token);

        Assert.Equal(isOne ? null : BootFailure.TimedOut, ((BootException?)await Record.ExceptionAsync(() => waiting))?.Failure);
    }

    [Fact]
    public async Task Greeting_without_end_is_not_kept()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());
        await using var server = new FakeServer(static async stream =>
        {
            while (true)
            {
                await stream.WriteAsync(new byte[1 << 16]);
            }
        });

        var wait = Boot.UntilSsh(server.Port, "127.0.0.1");
        var before = GC.GetTotalAllocatedBytes();
        await Assert.ThrowsAsync<BootException>(() => vm.WaitAsync(wait, TimeSpan.FromSeconds(1), Token));

        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20);
    }

    [Fact]
    public async Task Cloud_init_is_done_when_it_says_so()
    {
        await using var host = new TestHost();
        var guest = MarkerGuests.Says("Cloud-init v. 22.4.2 finished at Mon, 23 Nov 2026 10:00:00 +0000. Datasource DataSourceNoCloud.  Up 31.25 seconds\n");

        await using var vm = await host.StartAsync(host.Boots(guest), new VmOptions { ReadyWhen = Boot.UntilCloudInitDone() });
    }

    [Fact]
    public async Task Stage_of_cloud_init_that_failed_ends_the_wait()
    {
        await using var host = new TestHost();
        var guest = MarkerGuests.Says("[FAILED] Failed to start cloud-final.service - Cloud-init: Final Stage.\n");

        var failure = await Assert.ThrowsAsync<BootException>(
            () => host.StartAsync(host.Boots(guest), new VmOptions { ReadyWhen = Boot.UntilCloudInitDone() }));

        Assert.Contains("a stage of it failed", failure.Message, StringComparison.Ordinal);
    }

    private static RawCommand Linux(string forward) => TestHost.Empty(
        [.. TinyLinux.Require().BootArguments, "-fw_cfg", "name=opt/qdsl/key,string=ssh-ed25519 AAAA test", "-netdev", $"user,id=n,hostfwd={forward}", "-device", "virtio-net-pci,netdev=n"]);
}

using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Waits for the network of guests that have none, and of peers that are no SSH server.</summary>
public sealed class NetworkFailureTests
{
    private static readonly string[] Nic = ["-netdev", "user,id=net0,hostfwd=tcp:127.0.0.1:0-:22", "-device", "e1000,netdev=net0"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_forward_the_wait_ends_at_once_and_says_how_to_add_one(bool ssh)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        var failure = await Assert.ThrowsAsync<BootException>(
            () => vm.WaitAsync(ssh ? Boot.UntilSsh() : Boot.UntilTcpPort(22), TimeSpan.FromHours(1), Token));

        Assert.Equal(BootFailure.Impossible, failure.Failure);
        Assert.Contains("HostForward.Tcp(HostForward.AnyPort, 22)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_that_only_QEMU_took_is_no_proof()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector(), "pc", Nic));

        var failure = await Assert.ThrowsAsync<BootException>(() => vm.WaitAsync(Boot.UntilTcpPort(22), TimeSpan.FromSeconds(5), Token));

        Assert.Equal(BootFailure.TimedOut, failure.Failure);
        Assert.Contains("-10.0.2.15:22 of net0: the guest does not answer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_of_QEMU_ends_the_wait()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector(), "pc", Nic));
        var waiting = vm.WaitAsync(Boot.UntilTcpPort(22), TimeSpan.FromHours(1), Token);

        await vm.Qmp.ExecuteAsync("quit", cancellationToken: Token);

        var failure = await Assert.ThrowsAsync<BootException>(() => waiting);
        Assert.NotEqual(BootFailure.TimedOut, failure.Failure);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(1500)]
    public async Task Caller_can_give_up_at_any_time(int milliseconds)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector(), "pc", Nic));
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        giveUp.CancelAfter(milliseconds);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => vm.WaitAsync(Boot.UntilSsh(), TimeSpan.FromHours(1), giveUp.Token));

        Assert.False(vm.Exited.IsCompleted);
    }

    [Theory]
    [InlineData("SSH-2.0-x\r\n")]
    [InlineData("Welcome\r\nto SSH-2.0-\r\nSSH-2.0-OpenSSH_9.2p1 Debian\r\n")]
    public async Task Banner_may_come_after_other_lines(string text)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());
        await using var peer = new TalkingPeer(text);

        await vm.WaitAsync(Boot.UntilSsh(peer.Port, TalkingPeer.Address), TimeSpan.FromMinutes(1), Token);
    }

    [Theory]
    [InlineData("", false, "it said nothing")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", false, "it said 'HTTP/1.1 400 Bad Request")]
    [InlineData("SSH-1.5-old\r\n", false, "it said 'SSH-1.5-old")]
    [InlineData("SSH-2.0-without an end", false, "it said 'SSH-2.0-without an end'")]
    [InlineData("SSH-2.0-endless", true, "it said 'SSH-2.0-endlessSSH-2.0-endless")]
    [InlineData("\n", true, "it said '\\u000a")]
    public async Task What_is_no_banner_is_said(string text, bool endless, string expected)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());
        await using var peer = new TalkingPeer(text, endless);

        var failure = await Assert.ThrowsAsync<BootException>(
            () => vm.WaitAsync(Boot.UntilSsh(peer.Port, TalkingPeer.Address), TimeSpan.FromSeconds(3), Token));

        Assert.Equal(BootFailure.TimedOut, failure.Failure);

        // Only an answer that was read to its end, or to the limit, is told.
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_all_that_is_late_names_itself()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector(), "pc", Nic));
        var all = Boot.All(Boot.UntilSerial(MarkerGuests.Marker), Boot.UntilTcpPort(22).Within(TimeSpan.FromSeconds(4)));

        var failure = await Assert.ThrowsAsync<BootException>(() => vm.WaitAsync(all, TimeSpan.FromHours(1), Token));

        Assert.Contains("a connection to port 22 of the guest did not come within 4 s (last: forward tcp:127.0.0.1:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_outlives_the_deadline_of_one()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector(), "pc", Nic), new VmOptions { StartPaused = true });
        var late = vm.WaitAsync(Boot.UntilTcpPort(22).Within(TimeSpan.FromSeconds(1)), TimeSpan.FromHours(1), Token);
        var any = vm.WaitAsync(
            Boot.Any(Boot.UntilTcpPort(22).Within(TimeSpan.FromSeconds(1)), Boot.UntilSerial(MarkerGuests.Marker)), TimeSpan.FromHours(1), Token);

        await Assert.ThrowsAsync<BootException>(() => late);
        await vm.ContinueAsync(Token);

        await any;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_536)]
    public void Port_that_is_none_is_refused(int port)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Boot.UntilTcpPort(port));
        Assert.Throws<ArgumentOutOfRangeException>(() => Boot.UntilSsh(port));
    }
}

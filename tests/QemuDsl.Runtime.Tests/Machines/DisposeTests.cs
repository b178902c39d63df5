using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Whoever ends a VM in whatever order, at the same time or twice: nobody hears of it, and nothing is left.</summary>
public sealed class DisposeTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_who_disposes_at_once_returns_when_all_is_gone()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.Flood()));
        await Processes.SignalAsync(vm.Pid, "STOP");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                await vm.DisposeAsync();
                Assert.False(Processes.IsAlive(vm.Pid));
                Assert.False(Directory.Exists(vm.RunDirectory));
            },
            Token))).WaitAsync(Soon, Token);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(100)]
    public async Task Disposing_while_somebody_stops_and_kills_it_ends_them_all(int milliseconds)
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        var stopping = vm.StopAsync(new StopPlan { Powerdown = TimeSpan.FromMilliseconds(50) }, Token);
        var killing = milliseconds > 5 ? vm.KillAsync(Token) : vm.Exited;
        await Task.Delay(milliseconds, Token);
        await vm.DisposeAsync().AsTask().WaitAsync(Soon, Token);

        await stopping.WaitAsync(Soon, Token);
        await killing.WaitAsync(Soon, Token);
        await host.NothingIsLeftAsync();
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("STOP")]
    [InlineData("TERM")]
    public async Task Disposing_after_a_signal_to_QEMU_is_quiet(string signal)
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.Flood()));

        await Processes.SignalAsync(vm.Pid, signal);
        await vm.DisposeAsync().AsTask().WaitAsync(Soon, Token);

        await host.NothingIsLeftAsync();
        Assert.DoesNotContain(host.Log, static line => line.Contains("could not be", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_under_way_when_it_is_disposed_ends_with_a_reason()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        await Processes.SignalAsync(vm.Pid, "STOP");
        var asking = vm.Qmp.ExecuteAsync("query-status", default, Token);
        var waiting = vm.WaitAsync(Boot.UntilSerial("login:"), TimeSpan.FromHours(1), Token);
        var listening = CountAsync(vm.EventsAsync(Token));
        var reading = CountAsync(vm.Serial.ReadLinesAsync(Token));

        await vm.DisposeAsync();

        Assert.Equal(VmExitReason.Stopped, (await Assert.ThrowsAsync<VirtualMachineExitedException>(() => asking)).Exit.Reason);
        Assert.Equal(BootFailure.Exited, (await Assert.ThrowsAsync<BootException>(() => waiting)).Failure);
        await listening.WaitAsync(Soon, Token);
        await reading.WaitAsync(Soon, Token);
    }

    [Fact]
    public async Task Parts_that_the_user_disposed_are_no_trouble()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        await vm.Qmp.DisposeAsync();
        await vm.Serial.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => vm.PauseAsync(Token));

        await vm.DisposeAsync();

        Assert.DoesNotContain(host.Log, static line => line.Contains("could not be", StringComparison.Ordinal));
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> sequence)
    {
        var count = 0;
        await foreach (var _ in sequence)
        {
            count++;
        }

        return count;
    }
}

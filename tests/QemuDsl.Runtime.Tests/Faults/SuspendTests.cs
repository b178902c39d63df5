using System.Diagnostics;
using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>What stands still for a while, and clocks that jump.</summary>
public sealed class SuspendTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // As on a laptop that sleeps: everything stands still, longer than any step of an end takes, and goes on. Over SSH the session does, too; it
    // takes less than a heartbeat.
    [Fact]
    public async Task Owner_supervisor_and_QEMU_that_were_stopped_together_go_on_together()
    {
        await using var host = new TestHost();
        using var owner = Owner.Start(host, "ask", host.Boots(MarkerGuests.BootSector()));
        var (pid, _) = await owner.ReadVmAsync();
        Assert.Equal("running", await owner.ReadLineAsync());
        int[] all =
        [
            owner.Pid, Processes.ParentOf(Processes.ParentOf(pid)),
            .. Processes.Using(host.RunRoot).Select(static line => int.Parse(line.Split(':')[0], CultureInfo.InvariantCulture)),
        ];

        foreach (var process in all.Distinct())
        {
            await Processes.SignalAsync(process, "STOP");
        }

        await Task.Delay(TimeSpan.FromSeconds(3), Token);
        foreach (var process in all.Distinct())
        {
            await Processes.SignalAsync(process, "CONT");
        }

        for (var answer = 0; answer < 10; answer++)
        {
            Assert.Equal("running", await owner.ReadLineAsync());
        }

        Assert.True(Processes.IsAlive(pid));
        await owner.KillAsync();
    }

    [Fact]
    public async Task Owner_that_dies_takes_QEMU_along_although_the_supervisor_is_stopped()
    {
        await using var host = new TestHost();
        using var owner = Owner.Start(host, "1", host.Boots(MarkerGuests.BootSector()));
        var (pid, _) = await owner.ReadVmAsync();

        await Processes.SignalAsync(Processes.ParentOf(pid), "STOP");
        await owner.KillAsync();

        await host.NothingIsLeftAsync();
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public async Task Clock_that_jumps_by_days_ends_nothing_early_and_nothing_late(int days)
    {
        await using var files = new TestHost();
        var clock = new JumpingClock();
        var host = HostUnderTest.Create(files.RunRoot, files, clock);
        await using (var vm = await host.StartAsync(
            files.Boots(MarkerGuests.BootSector()), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker), Lifetime = TimeSpan.FromHours(1) }, Token))
        {
            var waiting = vm.WaitAsync(Boot.UntilSerial("never"), TimeSpan.FromSeconds(1), Token);

            clock.Jump(TimeSpan.FromDays(days));
            var began = Stopwatch.GetTimestamp();
            var failure = await Assert.ThrowsAsync<BootException>(() => waiting);

            Assert.Equal(BootFailure.TimedOut, failure.Failure);
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(1));
            Assert.Equal("running", (await vm.Qmp.ExecuteAsync("query-status", default, Token)).GetProperty("status").GetString());
            Assert.Empty(await host.SweepAsync(Token));
        }

        await HostUnderTest.DisposeAsync(host);
    }

    private sealed class JumpingClock : TimeProvider
    {
        private TimeSpan _jump;

        public void Jump(TimeSpan by) => _jump = by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _jump;
    }
}

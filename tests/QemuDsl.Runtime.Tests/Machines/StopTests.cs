using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class StopTests
{
    [Fact]
    public async Task Guest_that_ignores_the_button_is_ended_by_quit()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        var stage = await vm.StopAsync(new StopPlan { Powerdown = TimeSpan.FromMilliseconds(100) }, TestContext.Current.CancellationToken);

        Assert.Equal(StopStage.Quit, stage);
        Assert.Equal(new VmExit(0, VmExitReason.Ended) { Cause = VmExitCause.Quit }, await vm.Exited);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task QEMU_that_does_not_listen_is_ended_by_signals()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        await Processes.SignalAsync(vm.Pid, "STOP");

        var stage = await vm.StopAsync(
            new StopPlan { Powerdown = TimeSpan.FromMilliseconds(100), Quit = TimeSpan.FromMilliseconds(100) }, TestContext.Current.CancellationToken);

        Assert.Equal(StopStage.Signals, stage);
        Assert.False(Processes.IsAlive(vm.Pid));
    }

    [Fact]
    public async Task Even_a_stopped_supervisor_ends()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        // And the shells that would continue it.
        int[] shells =
        [
            .. from line in Processes.Using(host.RunRoot)
               where line.Contains("sh -c", StringComparison.Ordinal)
               select int.Parse(line.Split(':')[0], CultureInfo.InvariantCulture),
        ];
        foreach (var process in shells)
        {
            await Processes.SignalAsync(process, "STOP");
        }

        var stage = await vm.StopAsync(
            new StopPlan { Powerdown = TimeSpan.Zero, Quit = TimeSpan.Zero, Signals = TimeSpan.FromMilliseconds(300) }, TestContext.Current.CancellationToken);

        Assert.Equal(StopStage.Killed, stage);
        await Eventually.TrueAsync(() => !Processes.IsAlive(vm.Pid), "QEMU is gone");
        foreach (var process in shells.Where(Processes.IsAlive))
        {
            await Processes.SignalAsync(process, "CONT");
        }
    }

    [Fact]
    public async Task Cancelled_stop_leaves_the_VM_running()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => vm.StopAsync(new StopPlan { Powerdown = TimeSpan.FromMinutes(5) }, giveUp.Token));

        Assert.True(Processes.IsAlive(vm.Pid));
        await vm.PauseAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Stopping_twice_and_disposing_twice_is_harmless()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(TestHost.Empty());

        await vm.StopAsync(new StopPlan { Powerdown = TimeSpan.Zero }, TestContext.Current.CancellationToken);

        Assert.Equal(StopStage.AlreadyEnded, await vm.StopAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, (await vm.KillAsync(TestContext.Current.CancellationToken)).Code);
        await vm.DisposeAsync();
        await vm.DisposeAsync();
        await Assert.ThrowsAsync<VirtualMachineExitedException>(() => vm.ContinueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Kill_is_at_once()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        Assert.Equal(new VmExit(137, VmExitReason.Ended), await vm.KillAsync(TestContext.Current.CancellationToken));
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Disposing_is_safe_when_the_run_directory_is_gone_and_the_VM_busy()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.Flood()));
        Directory.Delete(vm.RunDirectory, recursive: true);

        await vm.DisposeAsync();

        Assert.False(Processes.IsAlive(vm.Pid));
    }

    [Fact]
    public async Task A_recycled_number_is_not_killed()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());

        await host.Host.KillAsync(vm.Pid, vm.ProcessStartTime + 1, TestContext.Current.CancellationToken);

        Assert.True(Processes.IsAlive(vm.Pid));
        await vm.PauseAsync(TestContext.Current.CancellationToken);
    }
}

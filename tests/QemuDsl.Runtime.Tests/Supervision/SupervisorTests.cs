using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Kills, stops and cuts every part of a running VM: QEMU goes each time, and nothing is left.</summary>
public sealed class SupervisorTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Kill_9_of_the_supervisor_takes_QEMU_along()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        await Processes.SignalAsync(Processes.ParentOf(vm.Pid), "KILL");

        Assert.Equal(VmExitReason.SupervisorKilled, (await vm.Exited.WaitAsync(Soon, TestContext.Current.CancellationToken)).Reason);
        await Eventually.TrueAsync(() => !Processes.IsAlive(vm.Pid), "QEMU is gone");
        await Eventually.TrueAsync(() => Processes.Using(vm.RunDirectory).Count == 0, "its readers are gone");
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task Signal_that_ends_the_supervisor_ends_QEMU_and_removes_the_run_directory(string signal)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        await Processes.SignalAsync(Processes.ParentOf(vm.Pid), signal);

        Assert.Equal(VmExitReason.SupervisorEnded, (await vm.Exited.WaitAsync(Soon, TestContext.Current.CancellationToken)).Reason);
        Assert.False(Processes.IsAlive(vm.Pid));
        await host.NothingIsLeftAsync();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("QUIT")]
    [InlineData("PIPE")]
    public async Task Keys_of_a_terminal_are_for_the_owner(string signal)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        await Processes.SignalAsync(Processes.ParentOf(vm.Pid), signal);
        await vm.Qmp.ExecuteAsync("query-status", default, TestContext.Current.CancellationToken);

        Assert.Equal(vm.Pid, Processes.SessionOf(vm.Pid));
        Assert.NotEqual(Processes.SessionOf(Environment.ProcessId), Processes.SessionOf(vm.Pid));
        Assert.False(vm.Exited.IsCompleted);
    }

    [Fact]
    public async Task Kill_9_of_QEMU_is_told_as_what_it_is()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        await Processes.SignalAsync(vm.Pid, "KILL");
        var exit = await vm.Exited.WaitAsync(Soon, TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<VirtualMachineExitedException>(() => vm.PauseAsync(TestContext.Current.CancellationToken));

        Assert.Equal(new VmExit(137, VmExitReason.Ended), exit);
        Assert.Equal(9, exit.Signal);
        Assert.Equal(exit, failure.Exit);
        Assert.Contains("was ended by signal 9", failure.Message, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Command_under_way_fails_when_QEMU_is_killed()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());
        await Processes.SignalAsync(vm.Pid, "STOP");

        var asking = vm.Qmp.ExecuteAsync("query-status", default, TestContext.Current.CancellationToken);
        await Processes.SignalAsync(vm.Pid, "KILL");

        var failure = await Assert.ThrowsAsync<VirtualMachineExitedException>(() => asking);
        Assert.Equal(9, failure.Exit.Signal);
    }

    [Fact]
    public async Task Stopped_QEMU_is_killed_and_that_is_logged()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        await Processes.SignalAsync(vm.Pid, "STOP");

        await vm.DisposeAsync();

        Assert.False(Processes.IsAlive(vm.Pid));
        Assert.Contains(host.Log, static line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("did not end on SIGTERM", StringComparison.Ordinal));
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Stopped_supervisor_does_not_save_QEMU_from_its_owner()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { Stop = new StopPlan { Signals = TimeSpan.FromMilliseconds(200) } });
        await Processes.SignalAsync(Processes.ParentOf(vm.Pid), "STOP");

        await vm.DisposeAsync();

        await Eventually.TrueAsync(() => !Processes.IsAlive(vm.Pid), "QEMU is gone");
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Frames_that_somebody_forges_on_stderr_are_text()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Fake("forged-frames"));

        Assert.False(vm.Exited.IsCompleted);
        Assert.NotEqual(1, vm.Pid);
        Assert.Contains("@@ exit 0\n@@00000000000000000000000000000000 exit 0\n", vm.Stderr, StringComparison.Ordinal);

        await vm.StopAsync(new StopPlan { Powerdown = TimeSpan.Zero }, TestContext.Current.CancellationToken);
        Assert.Equal(new VmExit(7, VmExitReason.Ended), await vm.Exited);
    }

    [Fact]
    public async Task Guest_that_prints_frames_is_not_believed()
    {
        await using var host = new TestHost();
        var guest = MarkerGuests.Says($"@@ exit 0\n@@00000000000000000000000000000000 exit 0\n{MarkerGuests.Marker}\n");
        await using var vm = await host.StartAsync(host.Boots(guest, "pc", "-serial", "file:/dev/stderr"));

        await Eventually.TrueAsync(() => vm.Stderr.Contains(MarkerGuests.Marker, StringComparison.Ordinal), "the guest's text is on stderr");
        await vm.Qmp.ExecuteAsync("query-status", default, TestContext.Current.CancellationToken);

        Assert.Contains("exit 0", vm.Stderr, StringComparison.Ordinal);
        Assert.False(vm.Exited.IsCompleted);
    }

    [Fact]
    public async Task Endless_line_on_stderr_is_cut_and_hides_nothing_after_it()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Fake("long-stderr-line"));

        await vm.StopAsync(new StopPlan { Powerdown = TimeSpan.Zero }, TestContext.Current.CancellationToken);

        Assert.Equal(new VmExit(5, VmExitReason.Ended), await vm.Exited);
        Assert.Contains("after the long line", vm.Stderr, StringComparison.Ordinal);
        Assert.True(vm.Stderr.Length <= 16 * 1024, $"{vm.Stderr.Length}");
    }

    [Fact]
    public async Task Line_on_stderr_that_never_ends_hides_no_end()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Fake("endless-stderr-line"));

        await vm.StopAsync(new StopPlan { Powerdown = TimeSpan.Zero }, TestContext.Current.CancellationToken);

        Assert.Equal(new VmExit(6, VmExitReason.Ended), await vm.Exited);
        Assert.Equal(16 * 1024, vm.Stderr.Length);
    }

    [Fact]
    public async Task Guest_that_floods_stderr_without_a_line_feed_hides_no_end()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.Flood(), "pc", "-serial", "file:/dev/stderr"));
        await Eventually.TrueAsync(() => vm.Stderr.Length > 1000, "the flood came");

        await vm.StopAsync(new StopPlan { Powerdown = TimeSpan.Zero }, TestContext.Current.CancellationToken);

        Assert.Equal(new VmExit(0, VmExitReason.Ended) { Cause = VmExitCause.Quit }, await vm.Exited);
    }
}

using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A VM that outlives its owner: left to itself, found again, attached to, ended; and its time runs out.</summary>
public sealed class DetachedTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static VmOptions Lives => new()
    {
        Name = "db", Lifetime = TimeSpan.FromMinutes(10), ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker),
    };

    [Fact]
    public async Task Detached_VM_runs_on_is_listed_and_can_be_attached_to_and_stopped()
    {
        await using var host = new TestHost();
        var first = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);
        await first.DetachAsync(Token);

        Assert.Equal(VmExitReason.Detached, (await first.Exited).Reason);
        var entry = Assert.Single(await host.Host.ListAsync(Token));
        Assert.Equal(("db", first.Pid, true, true, false), (entry.Name, entry.Pid, entry.IsRunning, entry.IsDetached, entry.IsAbandoned));
        Assert.Equal(TimeSpan.FromMinutes(10), entry.EndsAt - entry.StartedAt);

        await using var again = await host.Host.AttachAsync("db", cancellationToken: Token);
        Assert.Equal(first.Pid, again.Pid);
        Assert.Equal("running", (await again.Qmp.ExecuteAsync("query-status", default, Token)).GetProperty("status").GetString());

        Assert.Equal(StopStage.Quit, await again.StopAsync(new StopPlan { Powerdown = TimeSpan.Zero }, Token));
        Assert.Equal(new VmExit(0, VmExitReason.Ended) { Cause = VmExitCause.Quit }, await again.Exited);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task What_it_says_while_nobody_is_there_is_kept_and_read_by_who_attaches()
    {
        await using var host = new TestHost();
        var linux = TinyLinux.Require();
        var command = TestHost.Empty([.. linux.BootArguments]);
        var first = await host.StartAsync(command, Lives with { ReadyWhen = null });
        await first.DetachAsync(Token);

        await using var again = await host.Host.AttachAsync(first.RunDirectory, cancellationToken: Token);
        await again.WaitAsync(Boot.UntilSerial(TinyLinux.ReadyLine), TimeSpan.FromMinutes(2), Token);
        await again.Serial.WriteAsync("echo $((6 * 7))!\n", Token);
        await again.WaitAsync(Boot.UntilSerial("42!"), Soon, Token);

        Assert.Equal(StopStage.Powerdown, await again.StopAsync(Token));
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task What_QEMU_complained_about_before_is_kept_too()
    {
        await using var host = new TestHost();
        // TCG has no nested virtualization, and QEMU says so when it makes the CPU.
        var first = await host.StartAsync(host.Boots(MarkerGuests.BootSector(), "pc", "-cpu", "qemu64,+vmx"), Lives);
        await Eventually.TrueAsync(() => first.Stderr.Contains("vmx", StringComparison.Ordinal), "QEMU complains");

        await first.DetachAsync(Token);

        Assert.Contains("vmx", await File.ReadAllTextAsync(Path.Combine(first.RunDirectory, "stderr.log"), Token), StringComparison.Ordinal);
        await EndAsync(host);
    }

    [Fact]
    public async Task Letting_go_of_an_attached_VM_leaves_it_running()
    {
        await using var host = new TestHost();
        var first = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);
        await first.DetachAsync(Token);

        for (var turn = 0; turn < 3; turn++)
        {
            await using var again = await host.Host.AttachAsync("db", cancellationToken: Token);
            await again.Qmp.ExecuteAsync("query-status", default, Token);
            Assert.Contains(MarkerGuests.Marker, again.Serial.Text, StringComparison.Ordinal);
        }

        Assert.True(Processes.IsAlive(first.Pid));
        await EndAsync(host);
    }

    [Fact]
    public async Task Second_program_that_attaches_is_told_that_there_is_one_already()
    {
        await using var host = new TestHost();
        var first = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);
        await first.DetachAsync(Token);
        await using var one = await host.Host.AttachAsync("db", cancellationToken: Token);

        var failure = await Assert.ThrowsAsync<HostException>(
            () => host.Host.AttachAsync("db", new VmOptions { StartTimeout = TimeSpan.FromSeconds(1) }, Token));

        Assert.Contains("one program at a time", failure.Message, StringComparison.Ordinal);
        await one.StopAsync(new StopPlan { Powerdown = TimeSpan.Zero }, Token);
    }

    [Fact]
    public async Task Kill_ends_an_attached_VM()
    {
        await using var host = new TestHost();
        var first = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);
        await first.DetachAsync(Token);
        await using var again = await host.Host.AttachAsync("db", cancellationToken: Token);

        Assert.Equal(9, (await again.KillAsync(Token)).Signal);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Lifetime_ends_a_detached_VM_with_nobody_there()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives with { Lifetime = TimeSpan.FromSeconds(2) });
        await vm.DetachAsync(Token);

        await Eventually.TrueAsync(() => !Processes.IsAlive(vm.Pid), "QEMU is gone");
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Lifetime_ends_a_VM_whose_owner_still_holds_it()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives with { Lifetime = TimeSpan.FromSeconds(1) });

        var exit = await vm.Exited.WaitAsync(Soon, Token);

        Assert.Equal(VmExitReason.LifetimeOver, exit.Reason);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Lifetime_ends_a_VM_whose_supervisor_is_stopped()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives with { Lifetime = TimeSpan.FromSeconds(2) });
        var supervisor = Processes.ParentOf(vm.Pid);
        await vm.DetachAsync(Token);

        await Processes.SignalAsync(supervisor, "STOP");

        await host.NothingIsLeftAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stopped_supervisor_is_listed_left_alone_by_a_sweep_and_ended_by_who_attaches(bool byForce)
    {
        await using var host = new TestHost();
        var first = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);
        var supervisor = Processes.ParentOf(first.Pid);
        await first.DetachAsync(Token);
        await Processes.SignalAsync(supervisor, "STOP");

        Assert.Empty(await host.Host.SweepAsync(Token));
        Assert.True(Assert.Single(await host.Host.ListAsync(Token)).IsRunning);
        await using var again = await host.Host.AttachAsync("db", cancellationToken: Token);
        Task ending = byForce ? again.KillAsync(Token) : again.StopAsync(Token);
        await ending.WaitAsync(Soon, Token);

        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Stopped_QEMU_is_listed_as_that_left_alone_by_a_sweep_and_told_to_who_attaches()
    {
        await using var host = new TestHost();
        var first = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);
        await first.DetachAsync(Token);
        await Processes.SignalAsync(first.Pid, "STOP");

        var failure = await Assert.ThrowsAsync<HostException>(() => host.Host.AttachAsync("db", cancellationToken: Token).WaitAsync(Soon, Token));

        Assert.Contains($"QEMU's process {first.Pid} is stopped (SIGSTOP)", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await host.Host.SweepAsync(Token));
        var entry = Assert.Single(await host.Host.ListAsync(Token));
        Assert.Equal((true, true, false), (entry.IsRunning, entry.IsProcessStopped, entry.IsAbandoned));
        await Processes.SignalAsync(first.Pid, "CONT");
        await EndAsync(host);
    }

    [Fact]
    public async Task Attached_VM_whose_QEMU_is_stopped_ends_in_time()
    {
        await using var host = new TestHost();
        var first = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);
        await first.DetachAsync(Token);
        await using var again = await host.Host.AttachAsync("db", cancellationToken: Token);
        await Processes.SignalAsync(first.Pid, "STOP");

        var stage = await again.StopAsync(new StopPlan { Powerdown = TimeSpan.Zero, Quit = TimeSpan.FromMilliseconds(300) }, Token).WaitAsync(Soon, Token);

        Assert.Equal(StopStage.Signals, stage);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task VM_with_a_lifetime_that_is_not_left_to_itself_ends_with_its_owner()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);

        await vm.DisposeAsync();

        Assert.False(Processes.IsAlive(vm.Pid));
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task VM_without_a_lifetime_cannot_be_left()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => vm.DetachAsync(Token));

        Assert.Contains("VmOptions.Lifetime", failure.Message, StringComparison.Ordinal);
        Assert.False(vm.Exited.IsCompleted);
    }

    [Fact]
    public async Task Flood_on_the_console_of_a_detached_VM_fills_no_disk()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(host.Boots(MarkerGuests.Flood()), Lives with { ReadyWhen = null });
        await vm.DetachAsync(Token);
        var log = Path.Combine(vm.RunDirectory, "serial.log");
        await Eventually.TrueAsync(() => File.Exists(log + ".1"), "the first log was full");

        // The newer one is not there for the moment between two.
        Assert.InRange(new FileInfo(log + ".1").Length, 1 << 20, 3 << 20);
        Assert.InRange(Directory.GetFiles(vm.RunDirectory, "serial.log*").Length, 1, 2);
        await EndAsync(host);
    }

    // A FIFO that nobody reads any more takes 64 KiB, and then whoever writes stands still: here the thread that runs the guest.
    [Fact]
    public async Task Full_disk_does_not_stop_a_detached_VM_that_has_much_to_say()
    {
        await using var host = new TestHost();
        await using var disk = await SmallDisk.MountAsync(host.RunRoot);
        var command = host.Boots(MarkerGuests.Flood(), "pc", "-d", "exec,nochain");
        var first = await host.StartAsync(command, Lives with { ReadyWhen = null, StartPaused = true });
        await first.DetachAsync(Token);
        await using var again = await host.Host.AttachAsync(first.RunDirectory, cancellationToken: Token);

        await again.ContinueAsync(Token);
        await Eventually.TrueAsync(() => new DriveInfo(host.RunRoot).AvailableFreeSpace == 0, "the disk is full");
        var full = Processes.Written(again.Pid);
        await Eventually.TrueAsync(() => Processes.Written(again.Pid) > full + (1 << 20), "QEMU writes on");
        await again.PauseAsync(Token).WaitAsync(Soon, Token);

        await again.KillAsync(Token);
    }

    [Fact]
    public async Task Name_that_is_not_there_or_not_free_is_told_with_those_that_are()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);
        await using var twin = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives with { Name = "web" });

        var missing = await Assert.ThrowsAsync<HostException>(() => host.Host.AttachAsync("dbx", cancellationToken: Token));
        var owned = await Assert.ThrowsAsync<HostException>(() => host.Host.AttachAsync("db", cancellationToken: Token));

        Assert.Contains("there is no VM 'dbx'", missing.Message, StringComparison.Ordinal);
        Assert.Contains($"'web' ({twin.RunDirectory})", missing.Message, StringComparison.Ordinal);
        Assert.Contains("DetachAsync", owned.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_VMs_of_one_name_live_side_by_side_and_are_told_apart_by_their_directories()
    {
        await using var host = new TestHost();
        var first = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);
        var second = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), Lives);
        await first.DetachAsync(Token);
        await second.DetachAsync(Token);

        var failure = await Assert.ThrowsAsync<HostException>(() => host.Host.AttachAsync("db", cancellationToken: Token));
        Assert.Contains("2 VMs are called 'db'", failure.Message, StringComparison.Ordinal);
        await using (var one = await host.Host.AttachAsync(second.RunDirectory, cancellationToken: Token))
        {
            Assert.Equal(second.Pid, one.Pid);
            await one.StopAsync(new StopPlan { Powerdown = TimeSpan.Zero }, Token);
        }

        Assert.True(Processes.IsAlive(first.Pid));
        await EndAsync(host);
    }

    private static async Task EndAsync(TestHost host)
    {
        foreach (var entry in await host.Host.ListAsync(Token))
        {
            await using var vm = await host.Host.AttachAsync(entry.Directory, cancellationToken: Token);
            await vm.KillAsync(Token);
        }

        await host.NothingIsLeftAsync();
    }
}

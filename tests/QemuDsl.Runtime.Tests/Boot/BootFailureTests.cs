using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A boot that fails says why at once, with all that is known.</summary>
public sealed class BootFailureTests
{
    // None of these may wait for it.
    private static readonly VmOptions NeverReady = new() { ReadyWhen = Boot.UntilSerial("login:"), BootTimeout = TimeSpan.FromHours(1) };

    [Fact]
    public async Task QEMU_that_ends_during_boot_is_told_with_its_exit_code()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.DebugExit(21), "pc", "-device", "isa-debug-exit,iobase=0x501,iosize=2");

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(command, NeverReady));

        // QEMU 10.0 announces this end with SHUTDOWN, which is a sign of failure; QEMU 7.2 just ends.
        Assert.True(failure.Failure is BootFailure.Exited or BootFailure.GuestFailed, $"{failure.Failure}");
        Assert.Contains("exited with code 43", failure.Message, StringComparison.Ordinal);
        Assert.Contains(MarkerGuests.Marker, failure.Serial, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Message_has_what_was_waited_for_console_stderr_process_time_and_command()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.Says("first line\nKernel panic - not syncing: \u001b[31mno init\n"), "pc", "-name", "a b");

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(command, NeverReady));

        Assert.Equal(BootFailure.GuestFailed, failure.Failure);
        foreach (var part in (string[])["Waited for 'login:' on the serial console", "the guest wrote 'Kernel panic - not syncing'",
            "first line", "Last stderr lines", "QEMU pid ", " s after its start", "qemu-system-x86_64 -nodefaults", "-name 'a b'"])
        {
            Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain('\u001b', failure.Message);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Passwords_in_a_raw_command_are_masked()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.Says("Kernel panic - not syncing"), "pc", "-object", "secret,id=s,data=hunter2");

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(command, NeverReady));

        Assert.Contains("data=***", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.ToString() + string.Join('\n', host.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panic_that_a_device_reports_ends_the_wait()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.Panic(), "pc", "-device", "pvpanic", "-action", "panic=pause");

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(command, NeverReady));

        Assert.Equal(BootFailure.GuestFailed, failure.Failure);
        Assert.Contains("QEMU sent GUEST_PANICKED", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Power_off_ends_the_wait()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(host.Boots(MarkerGuests.PowerOff(), "pc", "-no-shutdown"), NeverReady));

        Assert.Contains("QEMU sent SHUTDOWN", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marker_that_never_comes_is_a_timeout_of_its_own_kind()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<BootException>(
            () => host.StartAsync(host.Boots(MarkerGuests.BootSector()), NeverReady with { BootTimeout = TimeSpan.FromSeconds(1.5) }));

        Assert.Equal(BootFailure.TimedOut, failure.Failure);
        Assert.Contains("did not come within 1.5 s", failure.Message, StringComparison.Ordinal);
        Assert.Contains(MarkerGuests.Marker, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("query-status", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Guest_that_was_never_let_go_is_told_from_one_that_is_slow(bool within)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { StartPaused = true });
        var wait = Boot.UntilSerial(MarkerGuests.Marker);
        var soon = TimeSpan.FromMilliseconds(100);

        var failure = await Assert.ThrowsAsync<BootException>(
            () => within ? vm.WaitAsync(wait.Within(soon), null, TestContext.Current.CancellationToken) : vm.WaitAsync(wait, soon, TestContext.Current.CancellationToken));

        Assert.Equal(BootFailure.TimedOut, failure.Failure);
        Assert.Contains(
            ". The guest does not run: query-status says 'prelaunch', and VirtualMachine.ContinueAsync lets it go on.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_within_its_own_deadline_names_that_deadline()
    {
        await using var host = new TestHost();
        var ready = Boot.All(Boot.UntilSerial(MarkerGuests.Marker), Boot.UntilSerial("login:").Within(TimeSpan.FromSeconds(1)));

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(host.Boots(MarkerGuests.BootSector()), NeverReady with { ReadyWhen = ready }));

        Assert.Equal(BootFailure.TimedOut, failure.Failure);
        Assert.Contains("'login:' on the serial console did not come within 1 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_is_not_timed_out()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());
        using var giveUp = new CancellationTokenSource();

        var waiting = vm.WaitAsync(Boot.UntilSerial("login:"), TimeSpan.FromHours(1), giveUp.Token);
        await giveUp.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(giveUp.Token, failure.CancellationToken);
        Assert.False(vm.Exited.IsCompleted);
    }

    [Fact]
    public async Task Signs_of_failure_can_be_chosen()
    {
        await using var host = new TestHost();
        var guest = host.Boots(MarkerGuests.Says($"Kernel panic - not syncing\n{MarkerGuests.Marker}\nE: disk full\n"));

        await using (await host.StartAsync(guest, new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker), FailureSigns = BootFailureSigns.None }))
        {
            // It came although the guest had talked of a panic.
        }

        var failure = await Assert.ThrowsAsync<BootException>(
            () => host.StartAsync(guest, NeverReady with { FailureSigns = new BootFailureSigns { Serial = ["^E: disk full"] } }));
        Assert.Contains("the guest wrote 'E: disk full'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_for_a_console_that_goes_elsewhere_fails_at_once_and_says_why()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.BootSector(), "pc", "-serial", $"file:{host.File("serial.log")}");

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(command, NeverReady));

        Assert.Equal(BootFailure.Impossible, failure.Failure);
        Assert.Contains($"-serial file:{host.File("serial.log")} sends the guest's serial port", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Leave it out", failure.Message, StringComparison.Ordinal);
    }
}

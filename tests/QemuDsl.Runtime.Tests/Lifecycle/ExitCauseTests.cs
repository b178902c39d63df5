using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class ExitCauseTests
{
    private static readonly VmOptions Fast = new() { FailureSigns = BootFailureSigns.None };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, VmExitCause, string> Guests
    {
        get
        {
            var guests = new TheoryData<string, VmExitCause, string>();
            foreach (var qemu in (string[])[QemuBinaries.Installed, QemuBinaries.Unpacked])
            {
                guests.Add(qemu, VmExitCause.GuestShutdown, "exited with code 0 (the guest switched itself off)");
                guests.Add(qemu, VmExitCause.GuestPanic, "exited with code 0 (the guest reported a panic)");
                guests.Add(qemu, VmExitCause.GuestReset, "exited with code 0 (the guest reset itself, and the command has -no-reboot)");
            }

            return guests;
        }
    }

    [Theory]
    [MemberData(nameof(Guests))]
    public async Task What_the_guest_did_is_told(string qemu, VmExitCause cause, string text)
    {
        await using var host = new TestHost();
        var command = cause switch
        {
            VmExitCause.GuestShutdown => host.Boots(MarkerGuests.PowerOff()),
            VmExitCause.GuestPanic => host.Boots(MarkerGuests.Panic(), "pc", "-device", "pvpanic"),
            _ => host.Boots(MarkerGuests.TripleFault(), "pc", "-no-reboot"),
        };
        await using var vm = await host.StartAsync(command with { Program = QemuBinaries.Require(qemu, "x86_64").Path }, Fast);

        var exit = await vm.Exited.WaitAsync(Token);

        Assert.Equal(new VmExit(0, VmExitReason.Ended) { Cause = cause }, exit);
        Assert.Equal(text, exit.ToString());
    }

    [Fact]
    public async Task Quit_reset_and_a_polite_signal_are_told()
    {
        Assert.Equal(VmExitCause.Quit, await EndedByAsync(static vm => vm.Qmp.ExecuteAsync("quit", default, Token)));
        Assert.Equal(VmExitCause.Terminated, await EndedByAsync(static vm => Processes.SignalAsync(vm.Pid, "TERM")));
        Assert.Equal(VmExitCause.Reset, await EndedByAsync(static vm => Assert.ThrowsAsync<VirtualMachineExitedException>(() => vm.ResetAsync(Token))));
    }

    [Theory]
    [InlineData("KILL", 9, "was ended by signal 9 (SIGKILL)")]
    [InlineData("BUS", 7, "was ended by signal 7 (SIGBUS: the host had no page for memory it had promised; huge pages or /dev/shm ran out)")]
    [InlineData("SEGV", 11, "was ended by signal 11 (SIGSEGV: QEMU crashed)")]
    [InlineData("USR2", 12, "was ended by signal 12")]
    public async Task Signal_is_told(string name, int number, string text)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty(), new VmOptions { StartPaused = true });

        await Processes.SignalAsync(vm.Pid, name);
        var exit = await vm.Exited.WaitAsync(Token);

        Assert.Equal((VmExitCause.Signal, number), (exit.Cause, exit.Signal!.Value));
        Assert.Equal(text, exit.ToString());
    }

    [Fact]
    public async Task Guest_that_only_halted_before_is_not_what_ended_the_VM()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(
            host.Boots(MarkerGuests.PowerOff(), "pc", "-no-shutdown"), new VmOptions { ReadyWhen = Boot.UntilQmpEvent("SHUTDOWN") });

        await vm.Qmp.ExecuteAsync("quit", default, Token);

        Assert.Equal(VmExitCause.Quit, (await vm.Exited.WaitAsync(Token)).Cause);
    }

    [Fact]
    public async Task Refused_arguments_have_no_cause_but_a_code()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(TestHost.Empty("-no-such-option")));

        Assert.Contains("QEMU exited with code 1 before", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_no_signal_has_is_a_code()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.DebugExit(100), "pc", "-device", "isa-debug-exit"), Fast);

        var exit = await vm.Exited.WaitAsync(Token);

        Assert.Equal((201, null), (exit.Code, exit.Signal));
        Assert.NotEqual(VmExitCause.Signal, exit.Cause);
    }

    private static async Task<VmExitCause> EndedByAsync(Func<VirtualMachine, Task> end)
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-no-reboot"));
        await end(vm);
        return (await vm.Exited.WaitAsync(Token)).Cause;
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace QemuDsl.Runtime.Tests;

/// <summary>A QEMU that says what no QEMU says: the start fails with a reason, nothing hangs and nothing is left.</summary>
public sealed class HostileQemuTests
{
    [Theory]
    [InlineData("garbage", "HTTP/1.1 400 Bad Request")]
    [InlineData("no-object", "no JSON object")]
    [InlineData("deep", "[[[[")]
    [InlineData("endless-line", "longer than")]
    public async Task Start_fails_with_what_came(string mode, string evidence)
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(TestHost.Fake(mode)));

        Assert.Contains(evidence, failure.Message, StringComparison.Ordinal);
        Assert.IsType<QmpProtocolException>(failure.InnerException);
        await host.NothingIsLeftAsync();
    }

    [Theory]
    [InlineData("silent", "QEMU did not greet within 1 s")]
    [InlineData("mute-after-greeting", "QEMU did not answer 'qmp_capabilities' within 1 s")]
    [InlineData("mute-at-cont", "QEMU did not answer 'cont' within 1 s")]
    public async Task QEMU_that_falls_silent_is_given_up_in_time(string mode, string words)
    {
        await using var host = new TestHost();
        var options = new VmOptions
        {
            StartTimeout = TimeSpan.FromSeconds(1), ReadyWhen = Boot.UntilQmpEvent("RESUME"), BootTimeout = TimeSpan.FromHours(1),
        };

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(TestHost.Fake(mode), options));

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Contains("VmOptions.StartTimeout", failure.Message, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Program_that_never_opens_QMP_is_given_up_in_time()
    {
        await using var host = new TestHost();
        var options = new VmOptions { StartTimeout = TimeSpan.FromSeconds(1) };

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(new RawCommand("sh", ["-c", "exec sleep 600"]), options));

        Assert.Contains("QEMU did not greet within 1 s", failure.Message, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task QEMU_that_reads_nothing_holds_up_neither_who_asks_nor_who_disposes()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(TestHost.Empty());
        await Processes.SignalAsync(vm.Pid, "STOP");
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        using var question = JsonDocument.Parse($"\"{new string('x', 512 * 1024)}\"");

        // More than two pipes hold.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => vm.Qmp.ExecuteAsync("query-status", question.RootElement, giveUp.Token));
        await vm.DisposeAsync();

        Assert.False(Processes.IsAlive(vm.Pid));
    }

    [Fact]
    public async Task QEMU_that_dies_after_its_greeting_is_quoted()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.StartAsync(TestHost.Fake("dies-after-greeting")));

        Assert.Contains("exited with code 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("fake: out of luck", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QEMU_that_dies_when_the_guest_should_run_is_a_VM_that_is_gone()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<VirtualMachineExitedException>(() => host.StartAsync(TestHost.Fake("dies-at-cont")));

        Assert.Equal(3, failure.Exit.Code);
        Assert.Contains("fake: out of luck", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flood_of_events_costs_no_answer_and_piles_nothing_up()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Fake("event-flood"));
        using var idle = vm.Qmp.Subscribe();

        await vm.Qmp.ExecuteAsync("query-status", default, TestContext.Current.CancellationToken);

        Assert.True(vm.Qmp.EventsLost > 90_000, $"{vm.Qmp.EventsLost}");
        Assert.Equal(1024, idle.Reader.Count);
    }

    [Fact]
    public async Task QEMU_that_agrees_to_everything_and_does_nothing_is_killed()
    {
        await using var host = new TestHost();
        var vm = await host.StartAsync(TestHost.Fake("stubborn"));
        var start = Stopwatch.GetTimestamp();

        var stage = await vm.StopAsync(
            new StopPlan { Powerdown = TimeSpan.FromMilliseconds(300), Quit = TimeSpan.FromMilliseconds(300) }, TestContext.Current.CancellationToken);

        Assert.Equal(StopStage.Signals, stage);
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromSeconds(1), "each stage had its time");
        Assert.False(Processes.IsAlive(vm.Pid));
        await vm.DisposeAsync();
        Assert.Contains(host.Log, static line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("did not end on SIGTERM", StringComparison.Ordinal));
    }
}

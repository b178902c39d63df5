using System.Diagnostics;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class BootWaitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("boot ok\n", "^boot ok$")]
    [InlineData("boot ok\r\nmore text after it", "^boot ok$")]
    [InlineData("a\r\nb\r\n", "a\nb")]
    [InlineData("login: ", "login: $")]
    [InlineData("VPP v24.10 built by ci\nand more", @"vpp v\d+\.\d+|VPP v\d+\.\d+ built")]
    public async Task Marker_is_found_wherever_it_stands(string text, string pattern)
    {
        await using var host = new TestHost();

        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.Says(text)), new VmOptions { ReadyWhen = Boot.UntilSerial(pattern) });

        Assert.StartsWith(text, vm.Serial.Text + text[vm.Serial.Text.Length..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_right_after_the_guest_was_let_go_is_not_missed()
    {
        await using var host = new TestHost();

        await using var vm = await host.StartAsync(TestHost.Empty(), new VmOptions { ReadyWhen = Boot.UntilQmpEvent("RESUME") });

        Assert.False(vm.Exited.IsCompleted);
    }

    [Fact]
    public async Task Event_that_is_waited_for_is_no_sign_of_failure()
    {
        await using var host = new TestHost();
        var ready = Boot.UntilQmpEvent("SHUTDOWN", static raised => raised.Data.GetProperty("reason").GetString() == "guest-shutdown");

        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.PowerOff(), "pc", "-no-shutdown"), new VmOptions { ReadyWhen = ready });

        Assert.Contains(MarkerGuests.Marker, vm.Serial.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predicate_passes_other_events_over()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        var seen = 0;
        var waiting = vm.WaitAsync(Boot.UntilQmpEvent("STOP", _ => ++seen == 2), cancellationToken: Token);

        await vm.PauseAsync(Token);
        await vm.ContinueAsync(Token);
        Assert.False(waiting.IsCompleted);
        await vm.PauseAsync(Token);

        await waiting;
    }

    [Fact]
    public async Task All_waits_for_each_and_any_for_the_first()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { StartPaused = true });
        var all = vm.WaitAsync(Boot.All(Boot.UntilSerial(MarkerGuests.Marker), Boot.UntilQmpEvent("STOP")), cancellationToken: Token);
        var any = vm.WaitAsync(Boot.Any(Boot.UntilSerial(MarkerGuests.Marker), Boot.UntilQmpEvent("NEVER")), cancellationToken: Token);

        await vm.ContinueAsync(Token);
        await any;
        Assert.False(all.IsCompleted);
        await vm.PauseAsync(Token);
        await all;
    }

    [Fact]
    public async Task Any_outlives_one_that_cannot_come()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.BootSector(), "pc", "-serial", "null");
        var ready = Boot.Any(Boot.UntilSerial("login:"), Boot.UntilQmpEvent("RESUME"));

        await using var vm = await host.StartAsync(command, new VmOptions { ReadyWhen = ready });

        Assert.False(vm.Exited.IsCompleted);
    }

    [Theory]
    [InlineData("(a)\\1")]
    [InlineData("(?=a)b")]
    [InlineData("(")]
    public void Pattern_that_could_stall_or_is_none_is_refused(string pattern) =>
        Assert.ThrowsAny<ArgumentException>(() => Boot.UntilSerial(pattern));

    [Fact]
    public async Task Waiting_again_finds_what_was_written_before()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) });
        var start = Stopwatch.GetTimestamp();

        await vm.WaitAsync(Boot.UntilSerial(MarkerGuests.Marker), TimeSpan.FromHours(1), Token);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1));
    }
}

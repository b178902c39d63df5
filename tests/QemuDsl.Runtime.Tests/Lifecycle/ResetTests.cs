using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class ResetTests
{
    private static readonly VmOptions UntilMarker = new() { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) };

    [Fact]
    public async Task Guest_boots_anew()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), UntilMarker);

        await vm.ResetAsync(TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => vm.Serial.Text.Split(MarkerGuests.Marker).Length == 3, "the marker came twice");
    }

    [Fact]
    public async Task Paused_guest_stays_paused()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), UntilMarker);
        await vm.PauseAsync(TestContext.Current.CancellationToken);

        await vm.ResetAsync(TestContext.Current.CancellationToken);

        var status = await vm.Qmp.ExecuteAsync("query-status", cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(status.GetProperty("running").GetBoolean());
        await vm.ContinueAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => vm.Serial.Text.Split(MarkerGuests.Marker).Length == 3, "the marker came twice");
    }

    [Fact]
    public async Task Reset_that_ends_the_VM_says_so()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-no-reboot"));

        var failure = await Assert.ThrowsAsync<VirtualMachineExitedException>(() => vm.ResetAsync(TestContext.Current.CancellationToken));

        Assert.Equal(0, failure.Exit.Code);
    }

    [Fact]
    public async Task Reset_that_halts_the_VM_says_so()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-no-reboot", "-no-shutdown"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => vm.ResetAsync(TestContext.Current.CancellationToken));

        Assert.Contains("-no-reboot", failure.Message, StringComparison.Ordinal);
    }
}

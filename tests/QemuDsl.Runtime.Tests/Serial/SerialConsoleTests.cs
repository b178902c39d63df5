using System.Diagnostics;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class SerialConsoleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Not_one_byte_is_lost()
    {
        const int Count = 200_000;
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(
            host.Boots(MarkerGuests.CountedFlood(Count)), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) });

        Assert.Equal(Count + MarkerGuests.Marker.Length, vm.Serial.BytesReceived, tolerance: 1);
    }

    [Fact]
    public async Task Reader_that_stops_reading_holds_the_guest_but_never_QMP()
    {
        const int Count = 1_500_000;
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.CountedFlood(Count)), new VmOptions { StartPaused = true });
        var reader = vm.Serial.ReadAsync(Token).GetAsyncEnumerator(Token);
        var first = reader.MoveNextAsync();
        await vm.ContinueAsync(Token);
        Assert.True(await first);
        await StandsStillAsync(vm);

        for (var question = 0; question < 50; question++)
        {
            await vm.Qmp.ExecuteAsync("query-status", default, Token);
        }

        Assert.True(vm.Serial.BytesReceived < Count, "no more is taken");
        Assert.True(HostUnderTest.IsRemote || Processes.Written(vm.Pid) < Count, "the guest is held back; over SSH it is not, because SSH.NET takes all that comes");
        await reader.DisposeAsync();
        await vm.WaitAsync(Boot.UntilSerial(MarkerGuests.Marker), TimeSpan.FromMinutes(2), Token);
        Assert.Equal(Count + MarkerGuests.Marker.Length, vm.Serial.BytesReceived, tolerance: 1);
    }

    [Fact]
    public async Task Flood_that_nobody_reads_grows_nothing_and_holds_up_nobody()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.Flood()), new VmOptions { SerialHistory = 1000 });

        await Eventually.TrueAsync(() => vm.Serial.BytesReceived > 50_000, "the flood came");
        await vm.Qmp.ExecuteAsync("query-status", default, Token);

        Assert.Equal(1000, vm.Serial.Text.Length);
        Assert.Equal(["ctl.sock", "owner", "serial.sock", "state.json"], Names(vm.RunDirectory).Where(static name => name is not ("qmp.in" or "qmp.out")));
    }

    [Fact]
    public async Task Lines_come_without_their_ends_and_as_far_as_they_came()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.Says("one\r\n\r\nzwölf\nrest")), new VmOptions { StartPaused = true });
        var reading = CollectAsync(vm);

        var booting = vm.WaitAsync(Boot.UntilSerial("rest"), cancellationToken: Token);
        await vm.ContinueAsync(Token);
        await booting;
        await vm.KillAsync(Token);

        Assert.Equal(["one", "", "zwölf", "rest"], await reading);
    }

    [Fact]
    public async Task Console_on_standard_output_is_read_there()
    {
        await using var host = new TestHost();
        var guest = MarkerGuests.BootSector();
        var image = guest.WriteTo(Path.GetDirectoryName(host.RunRoot)!);
        var command = new RawCommand("qemu-system-x86_64", ["-nographic", "-accel", "tcg", "-net", "none", .. guest.BootArguments(image)]);

        await using var vm = await host.StartAsync(command, new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) });

        await Assert.ThrowsAsync<IOException>(() => vm.Serial.WriteAsync("ls\n", Token));
        await vm.Qmp.ExecuteAsync("query-status", default, Token);
    }

    [Fact]
    public async Task Console_that_goes_elsewhere_cannot_be_had()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-serial", "null"));

        var failure = Assert.Throws<InvalidOperationException>(() => vm.Serial);

        Assert.Contains("-serial null sends the guest's serial port", failure.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(string directory) => Directory.GetFileSystemEntries(directory).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    private static async Task<List<string>> CollectAsync(VirtualMachine vm)
    {
        var lines = new List<string>();
        await foreach (var line in vm.Serial.ReadLinesAsync(Token))
        {
            lines.Add(line);
        }

        return lines;
    }

    private static async Task StandsStillAsync(VirtualMachine vm)
    {
        var start = Stopwatch.GetTimestamp();
        for (var before = -1L; before != vm.Serial.BytesReceived;)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60), "the guest is never held back");
            before = vm.Serial.BytesReceived;
            await Task.Delay(500, Token);
        }
    }
}

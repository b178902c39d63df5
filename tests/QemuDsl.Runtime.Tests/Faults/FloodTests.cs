using System.Diagnostics;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A console that never stops: memory stays small, QMP answers, and the marker behind the flood is found.</summary>
public sealed class FloodTests
{
    private const long Gibibyte = 1L << 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Marker_behind_a_gibibyte_is_found_and_QMP_answers_meanwhile()
    {
        await using var host = new TestHost();
        var command = new RawCommand(Path.Combine(AppContext.BaseDirectory, "FakeQemu"), ["serial-flood"]);
        await using var vm = await host.StartAsync(command, new VmOptions { SerialHistory = 4096 });
        var waiting = vm.WaitAsync(Boot.UntilSerial("behind the flood"), TimeSpan.FromMinutes(5), Token);
        var answers = 0;
        var slowest = TimeSpan.Zero;
        while (!waiting.IsCompleted)
        {
            var asked = Stopwatch.GetTimestamp();
            await vm.Qmp.ExecuteAsync("query-status", default, Token);
            var took = Stopwatch.GetElapsedTime(asked);
            slowest = took > slowest ? took : slowest;
            answers++;
            await Task.Delay(10, Token);
        }

        await waiting;
        Assert.True(vm.Serial.BytesReceived >= Gibibyte);
        Assert.Equal(4096, vm.Serial.Text.Length);
        Assert.True(answers > 10, $"{answers} answers during the flood");
        TestContext.Current.TestOutputHelper?.WriteLine($"{answers} answers of QMP during the flood, the slowest after {slowest.TotalMilliseconds:0.0} ms");
    }

    [Fact]
    public async Task Marker_behind_eight_mebibytes_of_a_guest_is_found_and_nothing_is_on_disk()
    {
        await using var host = new TestHost();
        var options = new VmOptions { SerialHistory = 1000, ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker), BootTimeout = TimeSpan.FromMinutes(5) };

        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.CountedFlood(8 << 20)), options);

        Assert.True(vm.Serial.BytesReceived >= 8 << 20);
        Assert.Equal(1000, vm.Serial.Text.Length);
        Assert.All(Directory.GetFiles(vm.RunDirectory), static file => Assert.InRange(new FileInfo(file).Length, 0, 8192));
    }
}

using System.Diagnostics;
using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Many VMs, one after the other and all at once: no process, socket, descriptor, port or directory of ours is left.</summary>
public sealed class ScaleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static VmOptions Ready => new() { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker), StartTimeout = TimeSpan.FromMinutes(3) };

    // In a process of its own: in this one other tests open and close at the same time.
    [Fact]
    public async Task Hundred_starts_and_stops_leave_nothing()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.Rom(), "microvm");

        var counts = await ChildProcess.RunAsync(
            Path.Combine(AppContext.BaseDirectory, "LeaseHolder"), [host.RunRoot, "churn:100", command.Program, .. command.Arguments], Token);

        // The last one's may still be closing; one that stayed of each would be ninety.
        var descriptors = counts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
        Assert.Equal(2, descriptors.Length);
        Assert.InRange(descriptors[1] - descriptors[0], -20, 20);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Fifty_at_once_leave_nothing()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.BootSector());

        var vms = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.StartAsync(command, Ready)));
        Assert.Equal(50, vms.Select(static vm => vm.Pid).Distinct().Count());
        await Task.WhenAll(vms.Select(static vm => vm.DisposeAsync().AsTask()));

        await host.NothingIsLeftAsync();
        Assert.DoesNotContain(vms, static vm => Processes.IsAlive(vm.Pid));
    }

    [Fact]
    public async Task Owner_takes_less_than_two_mebibytes_a_VM()
    {
        await using var host = new TestHost();

        var few = await KibibytesAsync(host, 2);
        var many = await KibibytesAsync(host, 32);

        Assert.InRange((many - few) / 30, 0, 2048);
    }

    // Of a process of its own, with all that .NET keeps for later.
    private static async Task<int> KibibytesAsync(TestHost host, int vms)
    {
        var command = host.Boots(MarkerGuests.Rom(), "microvm");
        using var owner = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "LeaseHolder"), [host.RunRoot, $"{vms}", command.Program, .. command.Arguments])
        {
            RedirectStandardOutput = true,
        })!;
        for (var line = 0; line < vms; line++)
        {
            Assert.NotNull(await owner.StandardOutput.ReadLineAsync(Token));
        }

        var status = await File.ReadAllLinesAsync($"/proc/{owner.Id}/status", Token);
        owner.Kill();
        await owner.WaitForExitAsync(Token);
        return int.Parse(
            status.Single(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture);
    }
}

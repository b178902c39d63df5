using System.Diagnostics;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>Packets that go through a network function: real testpmd on this machine and in the guest.</summary>
public sealed class VnfVmTests
{
    private const long Enough = 1_000_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Packets_go_through_a_guest_in_both_directions()
    {
        await using var host = new VnfHost();
        string[] sockets = [host.File("sock-1"), host.File("sock-2")];
        await using var backEnd = await BackEnd.StartAsync(host.Host, "qdsl-io", sockets);
        var vm = Vnf(await host.VmAsync(new TestPmdWorkload { Program = Tools.Require("dpdk-testpmd") }), sockets);

        await using (var running = await host.Host.StartAsync(vm, new VmOptions { BootTimeout = TimeSpan.FromMinutes(5) }, cancellationToken: Token))
        {
            Assert.Equal(["0000:00:06.0", "0000:00:07.0"], running.Interfaces.Select(static nic => nic.GuestDevice.ToString()));
            await PassAsync(backEnd);
        }
    }

    private static async Task PassAsync(BackEnd backEnd)
    {
        await backEnd.SayAsync("start tx_first 1");
        var start = Stopwatch.GetTimestamp();
        IReadOnlyList<(long Received, long Sent)> counts;
        do
        {
            await Task.Delay(500, Token);
            counts = await backEnd.CountAsync(2);
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(2), $"only {string.Join(", ", counts)} packets went through: {backEnd.Said}");
        }
        while (counts.Any(static port => port.Received < Enough || port.Sent < Enough));
    }

    private static VnfVm Vnf(KernelVm vm, string[] sockets) => new()
    {
        Kernel = vm.Kernel,
        Busybox = vm.Busybox,
        Workload = vm.Workload,
        KernelParameters = vm.KernelParameters,
        Cpus = 2,
        Memory = 2.GiB(),
        GuestHugePages = 1.GiB(),
        Interfaces = [.. sockets.Select(static socket => new VhostUserInterface(socket))],
    };
}

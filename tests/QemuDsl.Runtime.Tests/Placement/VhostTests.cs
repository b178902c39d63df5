using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Placement;

/// <summary>The thread of vhost: the kernel's own where it has vhost, else a process of that name, which is found and moved in the same way.</summary>
public sealed class VhostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static VmPlacement Placement => new()
    {
        Emulator = "0", Vhost = "1", VhostScheduling = ThreadScheduling.Fifo(2), RefreshInterval = Timeout.InfiniteTimeSpan,
    };

    [Fact]
    public async Task Thread_of_vhost_gets_its_CPU_and_its_scheduling()
    {
        await VmPlacementTests.RequireRealTimeAsync();
        VmPlacementTests.RequireTwoCpus();
        await using var host = new TestHost();
        if (File.Exists("/dev/vhost-net"))
        {
            await using var network = await NetworkNamespace.RequireAsync(Token);
            var command = TestHost.Empty("-netdev", "tap,id=n,ifname=fast,script=no,downscript=no,vhost=on", "-device", "virtio-net-pci,netdev=n,romfile=");
            await using var vm = await new OtherHost(host.Host) { Prefix = network.Prefix }.StartAsync(command, new VmOptions { Placement = Placement }, Token);
            var threads = await vm.FindThreadsAsync(Token);

            await IsPlacedAsync(Assert.Single(threads, static thread => thread.Kind == VmThreadKind.Vhost).Id);
            Assert.Equal("0", VmPlacementTests.AllowedCpus(vm.Pid, vm.Pid));
        }
        else
        {
            // It calls itself vhost-PID, with its own number: the thread of a QEMU that is itself.
            await using var vm = await host.StartAsync(TestHost.Empty());
            var named = new HostCommand("/bin/sh", ["-c", "printf vhost-$$ >/proc/$$/comm; echo $$; read -r end"]);
            await using var process = await host.Host.StartProcessAsync(named, Token);
            using var words = new StreamReader(process.Stdout);
            var pid = int.Parse((await words.ReadLineAsync(Token))!, CultureInfo.InvariantCulture);
            await using var placer = new ThreadPlacer(host.Host, new ThreadFinder(vm.Qmp, pid), Placement, pid, host);

            await placer.PlaceAllAsync(Token);

            await IsPlacedAsync(pid);
        }
    }

    private static async Task IsPlacedAsync(int thread)
    {
        Assert.Equal("1", VmPlacementTests.AllowedCpus(thread, thread));
        Assert.Equal("SCHED_FIFO|SCHED_RESET_ON_FORK 2", await VmPlacementTests.SchedulingAsync(thread));
    }
}

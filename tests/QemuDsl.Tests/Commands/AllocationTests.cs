using System.Diagnostics;
using QemuDsl.Chardevs;
using QemuDsl.Netdevs;
using QemuDsl.Objects;

namespace QemuDsl.Tests.Commands;

/// <summary>Rendering allocates what it returns, and little on top.</summary>
public sealed class AllocationTests
{
    // Code that the runtime has not optimized yet boxes values; it does so after some calls, in the background.
    private static readonly TimeSpan UntilOptimized = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Rendering_allocates_at_most_a_tenth_more_than_the_arguments_and_their_list()
    {
        var command = Command();
        var (needed, used) = (0L, long.MaxValue);
        for (var clock = Stopwatch.StartNew(); used > needed * 11 / 10 && clock.Elapsed < UntilOptimized;)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            var rendered = command.Render(".");
            needed = Allocated(() => Copies(rendered));
            used = Allocated(() => command.Render("."));
        }

        Assert.InRange(used, 1, needed * 11 / 10);
    }

    // Names of options are constants; every other argument is a string of its own.
    private static List<string> Copies(IReadOnlyList<string> arguments)
    {
        var list = new List<string>(arguments.Count);
        foreach (var argument in arguments)
        {
            list.Add(argument[0] == '-' ? argument : new string(argument.AsSpan()));
        }

        return list;
    }

    // The least of some rounds: the first ones rent arrays that later ones find in the pool.
    private static long Allocated(Func<object> work)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 50; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            GC.KeepAlive(work());
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static QemuCommand<Pc> Command()
    {
        var command = Qemu.Pc().WithName("vnf1").WithMemory(4.GiB()).WithCpus(4)
            .Add(new NumaNode { MemDev = new MemoryBackendFile { Size = 4.GiB(), MemPath = "/dev/hugepages", Share = true } })
            .WithKernel("/opt/boot/vmlinuz", "/opt/boot/initrd.img", "ro root=virtioroot console=ttyS0")
            .AddIsaSerial(new FileChardev { Path = "/run/vnf/serial_1.log" })
            .AddVirtioRngPci(rng: new RngBuiltin());
        for (var card = 0; card < 2; card++)
        {
            var back = new VhostUserNetdev { Chardev = new SocketChardev { Path = $"/run/vpp/sock-{card}", Server = true } };
            command = command.AddVirtioNetPci(back, address: new PciAddress(6 + card), rxQueueSize: 1024);
        }

        return command;
    }
}

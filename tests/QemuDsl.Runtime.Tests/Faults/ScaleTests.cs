using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>
/// Many VMs, one after the other and all at once: no process, socket, descriptor, port or directory of ours is left. Their owner is a process
/// of its own: in this one other tests open and close at the same time.
/// </summary>
public sealed class ScaleTests
{
    private const int VmLimitKibibytes = 2048;

    // The host chooses the port.
    private static readonly string[] Forward = ["-netdev", "user,id=n,hostfwd=tcp:127.0.0.1:0-:22"];

    [Fact]
    public async Task Hundred_starts_and_stops_leave_nothing()
    {
        await using var host = new TestHost();
        using var owner = Owner.Start(host, "churn:100", host.Boots(MarkerGuests.Rom(), "microvm", Forward));

        NothingIsLeft(await owner.ReadFiguresAsync(), ports: 100);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Fifty_at_once_take_less_than_two_mebibytes_each_of_their_owner_and_leave_nothing()
    {
        await using var host = new TestHost();
        using var owner = Owner.Start(host, "burst:50", host.Boots(MarkerGuests.BootSector(), "pc", Forward));

        var figures = await owner.ReadFiguresAsync();

        var memory = figures["memory"];
        TestContext.Current.TestOutputHelper?.WriteLine($"{(memory[1] - memory[0]) / 50} KiB of their owner for each of 50 VMs ({memory[0]} to {memory[1]} KiB)");
        Assert.InRange((memory[1] - memory[0]) / 50, 0, VmLimitKibibytes);
        NothingIsLeft(figures, ports: 50);
        await host.NothingIsLeftAsync();
    }

    private static void NothingIsLeft(IReadOnlyDictionary<string, long[]> figures, int ports)
    {
        Assert.Equal([ports, 0], figures["ports"]);
        Assert.InRange(figures["descriptors"][1] - figures["descriptors"][0], long.MinValue, 0);
    }
}

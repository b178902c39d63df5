using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>
/// Many VMs, one after the other and all at once: no process, socket, descriptor, port, directory, channel or connection of ours is left. Their owner
/// is a process of its own: in this one other tests open and close at the same time.
/// </summary>
internal static class ManyVms
{
    private const int VmLimitKibibytes = 2048;

    // The host chooses the port.
    private static readonly string[] Forward = ["-netdev", "user,id=n,hostfwd=tcp:127.0.0.1:0-:22"];

    public static async Task OneAfterTheOtherAsync(int count)
    {
        await using var host = new TestHost();
        using var owner = Owner.Start(host, $"churn:{count}", host.Boots(MarkerGuests.Rom(), "microvm", Forward));

        NothingIsLeft(await owner.ReadFiguresAsync(), ports: count, connections: 1);
        await host.NothingIsLeftAsync();
    }

    /// <param name="count">How many.</param>
    /// <param name="connections">How many a host far away has at least for so many.</param>
    public static async Task AtOnceAsync(int count, int connections)
    {
        await using var host = new TestHost();
        using var owner = Owner.Start(host, $"burst:{count}", host.Boots(MarkerGuests.BootSector(), "pc", Forward));

        var figures = await owner.ReadFiguresAsync();

        var memory = figures["memory"];
        TestContext.Current.TestOutputHelper?.WriteLine($"{(memory[1] - memory[0]) / count} KiB of their owner for each of {count} VMs ({memory[0]} to {memory[1]} KiB)");
        Assert.InRange((memory[1] - memory[0]) / count, 0, VmLimitKibibytes);
        NothingIsLeft(figures, ports: count, connections);
        await host.NothingIsLeftAsync();
    }

    private static void NothingIsLeft(IReadOnlyDictionary<string, long[]> figures, int ports, int connections)
    {
        Assert.Equal([ports, 0], figures["ports"]);
        Assert.InRange(figures["descriptors"][1] - figures["descriptors"][0], long.MinValue, 0);

        // What still runs in a session then is its heartbeat.
        var sessions = figures["sessions"];
        Assert.InRange(sessions[0], HostUnderTest.IsRemote ? connections : 0, HostUnderTest.IsRemote ? long.MaxValue : 0);
        Assert.Equal(sessions[0], sessions[1]);
        Assert.Equal([0, 0], figures["closed"]);
    }
}

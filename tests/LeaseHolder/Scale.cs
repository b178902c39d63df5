using QemuDsl.Runtime;

namespace LeaseHolder;

/// <summary>Many VMs, and what they cost and leave in this process, which does nothing else.</summary>
internal static class Scale
{
    private const int First = 10;

    private static readonly VmOptions Ready = new()
    {
        ReadyWhen = Boot.UntilSerial("QDSL-READY"), StartTimeout = TimeSpan.FromMinutes(3), BootTimeout = TimeSpan.FromMinutes(3),
    };

    // One after the other. Prints "descriptors AFTER_THE_FIRST AFTER_THE_LAST", "ports OPENED LEFT", "sessions COUNT PROGRAMS" while the
    // connections are there, and "closed CONNECTIONS SESSIONS" when they were.
    public static async Task ChurnAsync(IVmHost host, int total, RawCommand command)
    {
        var (ports, first) = (new HashSet<string>(), 0);
        for (var count = 1; count <= total; count++)
        {
            await using (var vm = await host.StartAsync(command))
            {
                ports.UnionWith(Listeners.Of(vm.Pid));
            }

            first = count == First ? await Footprint.DescriptorsAsync(0) : first;
        }

        await TellLeftAsync(first, ports);
        await CloseAsync(host);
    }

    // All at once. Prints "memory KIB_BEFORE KIB_WITH_ALL" and then as above.
    public static async Task BurstAsync(Func<IVmHost> open, int count, RawCommand command)
    {
        // What the first one brings stays: code and the first threads. A connection does not.
        var warm = open();
        await using (await warm.StartAsync(command, Ready))
        {
        }

        await Hosts.CloseAsync(warm);
        var host = open();
        var first = await Footprint.DescriptorsAsync(0);
        var before = Footprint.Kibibytes();
        var vms = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => host.StartAsync(command, Ready)));
        await Modes.SayAsync($"memory {before} {Footprint.Kibibytes()}");
        var ports = vms.SelectMany(static vm => Listeners.Of(vm.Pid)).ToHashSet();

        await Task.WhenAll(vms.Select(static vm => vm.DisposeAsync().AsTask()));
        await CloseAsync(host);
        await TellLeftAsync(first, ports);
    }

    private static async Task TellLeftAsync(int first, HashSet<string> ports)
    {
        await Modes.SayAsync($"descriptors {first} {await Footprint.DescriptorsAsync(first)}");
        await Modes.SayAsync($"ports {ports.Count} {Listeners.All().Count(ports.Contains)}");
    }

    // One program is the heartbeat of a connection.
    private static async Task CloseAsync(IVmHost host)
    {
        var sessions = Sessions.Find();
        await Modes.SayAsync($"sessions {sessions.Count} {await Sessions.SettleAsync(() => sessions.Programs, sessions.Count)}");
        await Hosts.CloseAsync(host);
        await Modes.SayAsync($"closed {await Sessions.SettleAsync(() => Sessions.Own().Count, 0)} {await Sessions.SettleAsync(() => sessions.Living, 0)}");
    }
}

using System.Globalization;
using QemuDsl;
using QemuDsl.Runtime;

namespace LeaseHolder;

/// <summary>What the owner does; a mode that is a number starts that many VMs.</summary>
internal static class Modes
{
    public static Task RunAsync(string host, string mode, string rest, RawCommand command) => mode switch
    {
        "burst" => Scale.BurstAsync(() => Hosts.Open(host), Number(rest), command),
        "starve" => Descriptors.StarveAsync(() => Hosts.Open(host), command),
        _ => RunAsync(Hosts.Open(host), mode, rest, command),
    };

    public static Task SayAsync(FormattableString line) => Console.Out.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));

    private static Task RunAsync(IVmHost host, string mode, string rest, RawCommand command) => mode switch
    {
        "named" => HoldAsync(host, 1, command, new VmOptions { Name = rest }),
        "phase" => TellEndAsync(PhasedVm.RunAsync(host, rest.Split(':')[0], command, rest.Split(':')[1])),
        "ask" => AskAsync(host, command),
        "churn" => Scale.ChurnAsync(host, Number(rest), command),
        "exhaust" => Descriptors.ExhaustAsync(host, command),
        "flood" => Flood.RunAsync(host, rest, command),
        _ => HoldAsync(host, Number(mode), command, new VmOptions()),
    };

    // Prints "TYPE: MESSAGE" of what ends it.
    private static async Task TellEndAsync(Task running)
    {
        try
        {
            await running;
        }
        catch (QemuException failure)
        {
            await SayAsync($"{failure.GetType().Name}: {failure.Message}");
        }
    }

    // Prints "PID DIRECTORY" for each and waits to be killed.
    private static async Task HoldAsync(IVmHost host, int count, RawCommand command, VmOptions options)
    {
        for (; count > 0; count--)
        {
            var vm = await host.StartAsync(command, options);
            await SayAsync($"{vm.Pid} {vm.RunDirectory}");
        }

        await Task.Delay(Timeout.Infinite);
    }

    // Prints "PID DIRECTORY" and then QEMU's status ten times a second.
    private static async Task AskAsync(IVmHost host, RawCommand command)
    {
        var asked = await host.StartAsync(command);
        await SayAsync($"{asked.Pid} {asked.RunDirectory}");
        while (true)
        {
            var status = await asked.Qmp.ExecuteAsync("query-status");
            await SayAsync($"{status.GetProperty("status")}");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

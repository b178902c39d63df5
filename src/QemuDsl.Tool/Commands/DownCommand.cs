using System.CommandLine;
using QemuDsl.Automation;
using QemuDsl.Runtime;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl down</c>: ends VMs.</summary>
internal static class DownCommand
{
    private static readonly StopPlan WithoutPowerdown = StopPlan.Default with { Powerdown = TimeSpan.Zero };

    public static Command Create()
    {
        var names = new Argument<string[]>("vm")
        {
            Description = "Names or run directories of VMs, as ps shows them.", Arity = ArgumentArity.OneOrMore,
        };
        var now = new Option<bool>("--now") { Description = "Do not press the guest's power button first, which it has five seconds for." };
        var host = CommonOptions.Host();
        var asJson = CommonOptions.AsJson();
        var command = new Command("down", "Stop VMs, whoever is attached to them.") { names, now, host, asJson };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var vms = NamedVms.Open(parsed.GetValue(host)!);
            await using (vms.ConfigureAwait(false))
            {
                var plan = parsed.GetValue(now) ? WithoutPowerdown : StopPlan.Default;
                var ends = await StopAllAsync(vms, parsed.GetValue(names)!, plan, cancellationToken).ConfigureAwait(false);
                await Answer.WriteAsync(
                    parsed.InvocationConfiguration.Output, parsed.GetValue(asJson), ends, ToolJson.Default.IReadOnlyListVmEnd, Text)
                    .ConfigureAwait(false);
                return ExitCodes.Done;
            }
        });
        return command;
    }

    // All are found before one is stopped: a name that is wrong changes nothing.
    private static async Task<IReadOnlyList<VmEnd>> StopAllAsync(
        NamedVms vms, string[] names, StopPlan plan, CancellationToken cancellationToken)
    {
        var found = new List<VmEntry>();
        foreach (var name in names)
        {
            found.Add(await VmFinder.FindAsync(vms, name, cancellationToken).ConfigureAwait(false));
        }

        var stopping = found.DistinctBy(static vm => vm.Directory).Select(vm => StopAsync(vms, vm, plan, cancellationToken));
        return await Task.WhenAll(stopping).ConfigureAwait(false);
    }

    private static async Task<VmEnd> StopAsync(NamedVms vms, VmEntry entry, StopPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var vm = await vms.Host.AttachAsync(entry.Directory, null, cancellationToken).ConfigureAwait(false);
            await using (vm.ConfigureAwait(false))
            {
                var stage = await vm.StopAsync(plan, cancellationToken).ConfigureAwait(false);
                return new VmEnd(entry.Name, entry.Directory, stage.ToString());
            }
        }
        catch (HostException)
        {
            // Somebody is attached, or it ended in this moment. If the host itself is the trouble, it is again.
            await vms.Host.KillAsync(entry.Pid, entry.ProcessStartTime, cancellationToken).ConfigureAwait(false);
            return new VmEnd(entry.Name, entry.Directory, nameof(StopStage.Killed));
        }
    }

    private static IEnumerable<string> Text(IReadOnlyList<VmEnd> ends) =>
        ends.Select(static end => $"{Printable.Text(end.Name ?? end.RunDirectory)}  {end.How}");
}

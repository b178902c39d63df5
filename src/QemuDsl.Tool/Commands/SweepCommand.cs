using System.CommandLine;
using QemuDsl.Automation;
using QemuDsl.Runtime;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl sweep</c>: removes what crashes left.</summary>
internal static class SweepCommand
{
    public static Command Create()
    {
        var host = CommonOptions.Host();
        var asJson = CommonOptions.AsJson();
        var command = new Command(
            "sweep", "Remove VMs and run directories that nobody looks after any more. A VM whose supervisor lives is left alone.") { host, asJson };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var vms = NamedVms.Open(parsed.GetValue(host)!);
            await using (vms.ConfigureAwait(false))
            {
                var swept = await vms.Host.SweepAsync(cancellationToken).ConfigureAwait(false);
                IReadOnlyList<VmEnd> ends = [.. swept.Select(static vm => new VmEnd(vm.Name, vm.Directory, "Swept"))];
                await Answer.WriteAsync(
                    parsed.InvocationConfiguration.Output, parsed.GetValue(asJson), ends, ToolJson.Default.IReadOnlyListVmEnd, Text)
                    .ConfigureAwait(false);
                return ExitCodes.Done;
            }
        });
        return command;
    }

    private static IEnumerable<string> Text(IReadOnlyList<VmEnd> ends) =>
        ends.Select(static end => $"{Printable.Text(end.Name ?? "-")}  {end.RunDirectory}").DefaultIfEmpty("Nothing to sweep.");
}

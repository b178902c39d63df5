using System.CommandLine;
using System.Globalization;
using QemuDsl.Automation;
using QemuDsl.Runtime;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl ps</c>: the VMs there are.</summary>
internal static class PsCommand
{
    public static Command Create()
    {
        var host = CommonOptions.Host();
        var asJson = CommonOptions.AsJson();
        var command = new Command("ps", "List the VMs of this user.") { host, asJson };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var vms = NamedVms.Open(parsed.GetValue(host)!);
            await using (vms.ConfigureAwait(false))
            {
                var found = await vms.Host.ListAsync(cancellationToken).ConfigureAwait(false);
                IReadOnlyList<VmLine> lines = [.. found.Select(Line).OrderBy(static line => line.StartedAt)];
                await Answer.WriteAsync(
                    parsed.InvocationConfiguration.Output, parsed.GetValue(asJson), lines, ToolJson.Default.IReadOnlyListVmLine, Table)
                    .ConfigureAwait(false);
                return ExitCodes.Done;
            }
        });
        return command;
    }

    private static VmLine Line(VmEntry vm) => new(vm.Name, State(vm), vm.Pid, vm.StartedAt, vm.EndsAt, vm.GuestAgent is not null, vm.Directory);

    private static string State(VmEntry vm) => vm switch
    {
        { IsAbandoned: true } => "abandoned",
        { IsRunning: false } => "ending",
        { IsDetached: true } => "running",
        _ => "owned",
    };

    private static IEnumerable<string> Table(IReadOnlyList<VmLine> lines) => Output.Table.Lines(
        ["NAME", "STATE", "PID", "SINCE", "UNTIL", "DIRECTORY"],
        [
            .. lines.Select(static line => (string[])
            [
                Printable.Text(line.Name ?? "-"), line.State, line.Pid.ToString(CultureInfo.InvariantCulture), Time(line.StartedAt), Time(line.EndsAt),
                line.RunDirectory,
            ]),
        ]);

    private static string Time(DateTimeOffset? time) => time?.ToString("u", CultureInfo.InvariantCulture) ?? "-";
}

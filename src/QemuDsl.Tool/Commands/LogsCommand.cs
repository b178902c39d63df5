using System.CommandLine;
using System.Text;
using QemuDsl.Automation;
using QemuDsl.Runtime;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl logs</c>: what a guest and its QEMU have said.</summary>
internal static class LogsCommand
{
    // Each half of a log has about a mebibyte; the supervisor swaps them when it looks, not at that very byte.
    private const int HalfLimit = 64 * 1024 * 1024;

    public static Command Create()
    {
        var name = CommonOptions.Vm();
        var host = CommonOptions.Host();
        var asJson = CommonOptions.AsJson();
        var command = new Command(
            "logs", "Print the serial log of a VM to stdout and what QEMU wrote to its stderr to stderr; the last mebibyte or two of each.")
        {
            name, host, asJson,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var vms = NamedVms.Open(parsed.GetValue(host)!);
            await using (vms.ConfigureAwait(false))
            {
                var vm = await VmFinder.FindAsync(vms, parsed.GetValue(name)!, cancellationToken).ConfigureAwait(false);
                var logs = await ReadAsync(vms.Host, vm, cancellationToken).ConfigureAwait(false);
                await WriteAsync(logs, parsed.InvocationConfiguration, parsed.GetValue(asJson)).ConfigureAwait(false);
                return ExitCodes.Done;
            }
        });
        return command;
    }

    private static async Task<VmLogs> ReadAsync(IVmHost host, VmEntry vm, CancellationToken cancellationToken)
    {
        if (vm.EndsAt is null)
        {
            throw new ToolException(
                $"The VM '{Printable.Text(vm.Name ?? vm.Directory)}' keeps no logs: whoever started it has what it says. "
                + "Start it with 'qemu-dsl up'.");
        }

        return new VmLogs(
            await LogAsync(host, vm, "serial", cancellationToken).ConfigureAwait(false),
            await LogAsync(host, vm, "stderr", cancellationToken).ConfigureAwait(false));
    }

    private static async Task<string> LogAsync(IVmHost host, VmEntry vm, string log, CancellationToken cancellationToken)
    {
        var older = await host.ReadBytesAsync($"{vm.Directory}/{log}.log.1", HalfLimit, cancellationToken).ConfigureAwait(false);
        var newer = await host.ReadBytesAsync($"{vm.Directory}/{log}.log", HalfLimit, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString([.. older ?? [], .. newer ?? []]);
    }

    private static async Task WriteAsync(VmLogs logs, InvocationConfiguration streams, bool asJson)
    {
        if (asJson)
        {
            await Answer.WriteAsync(streams.Output, asJson, logs, ToolJson.Default.VmLogs, static _ => []).ConfigureAwait(false);
            return;
        }

        await streams.Output.WriteAsync(logs.Serial).ConfigureAwait(false);
        await streams.Error.WriteAsync(logs.Stderr).ConfigureAwait(false);
    }
}

using System.CommandLine;
using System.Globalization;
using QemuDsl.Automation;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl up</c>: starts a VM that lives on by its name.</summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var options = new UpOptions();
        var command = new Command(
            "up",
            "Start a VM, wait until it has booted and leave it to itself, until 'down' or the end of its lifetime. A VM that does not boot is gone.");
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(UpOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var described = await options.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
        await FindingLines.WarnAsync(errors, described.Command).ConfigureAwait(false);
        var vms = NamedVms.Open(parsed.GetValue(options.Host)!);
        await using (vms.ConfigureAwait(false))
        {
            var screen = new Screen(output, errors);
            var record = await StartAsync(vms, described, progress => options.Living(parsed, progress), screen, options.BootLimit(parsed), cancellationToken).ConfigureAwait(false);
            await Answer.WriteAsync(
                output, parsed.GetValue(options.AsJson), record, ToolJson.Default.VmRecord, Text).ConfigureAwait(false);
            return ExitCodes.Done;
        }
    }

    private static async Task<VmRecord> StartAsync(
        NamedVms vms, DescribedVm described, Func<ProgressView, NamedVmOptions> living, Screen screen, TimeSpan limit, CancellationToken cancellationToken)
    {
        // Where nothing says when the guest has booted, nobody waits, and the line is gone at once.
        using var progress = new ProgressView(screen) { BootLimit = limit };
        return await vms.StartAsync(described, living(progress), cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<string> Text(VmRecord record) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{Printable.Text(record.Name)}  pid {record.Pid}  until {record.EndsAt:u}  {record.RunDirectory}"),
        .. record.Forwards.Select(static forward => string.Create(
            CultureInfo.InvariantCulture, $"{forward.HostAddress}:{forward.HostPort} -> {forward.GuestPort}/{forward.Protocol}")),
    ];
}

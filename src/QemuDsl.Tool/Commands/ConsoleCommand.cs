using System.CommandLine;
using QemuDsl.Automation;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl console</c>: the serial console of a VM, to type in.</summary>
internal static class ConsoleCommand
{
    public static Command Create()
    {
        var name = CommonOptions.Vm();
        var host = CommonOptions.Host();
        var asJson = CommonOptions.AsJson();
        asJson.Description = "Print what the guest says as JSON, one object a line; the last has the exit code.";
        var command = new Command("console", "Talk to the guest on its serial console. Ctrl-] leaves; the VM goes on.") { name, host, asJson };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var vms = NamedVms.Open(parsed.GetValue(host)!);
            await using (vms.ConfigureAwait(false))
            {
                var vm = await VmFinder.AttachAsync(vms, parsed.GetValue(name)!, cancellationToken).ConfigureAwait(false);
                await using (vm.ConfigureAwait(false))
                {
                    if (!vm.HasSerial)
                    {
                        throw new ToolException(
                            $"The VM '{Printable.Text(parsed.GetValue(name)!)}' has no serial console to attach to. "
                            + "Leave -serial and -nographic out of its options.");
                    }

                    var terminal = await RawTerminal.EnterAsync(cancellationToken).ConfigureAwait(false);
                    await using (terminal.ConfigureAwait(false))
                    {
                        var streams = parsed.InvocationConfiguration;
                        await new ConsoleSession(vm, streams.Output, streams.Error, parsed.GetValue(asJson)).RunAsync(cancellationToken).ConfigureAwait(false);
                    }

                    return ExitCodes.Done;
                }
            }
        });
        return command;
    }
}

using System.CommandLine;
using QemuDsl.Automation;
using QemuDsl.Runtime;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl run</c>: boots a VM, shows what it says, stops it.</summary>
internal static class RunCommand
{
    public static Command Create(Interrupts interrupts)
    {
        var options = new RunOptions();
        var command = new Command(
            "run",
            "Boot a VM from a profile, a kernel or a QEMU command line, supervised: it goes with this program, however this program ends. "
            + "Exit code 0 only if it booted.");
        options.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(options, parsed, interrupts));
        return command;
    }

    private static async Task<int> RunAsync(RunOptions options, ParseResult parsed, Interrupts interrupts)
    {
        if (parsed.GetValue(options.HostRoot.HostRoot))
        {
            options.CheckHostRoot(parsed);
            return await HostRootRun.RunAsync(options, parsed, interrupts).ConfigureAwait(false);
        }

        if (parsed.GetValue(options.AsJson))
        {
            await RunAsJsonAsync(options, parsed, interrupts).ConfigureAwait(false);
        }
        else
        {
            await RunAsync(options, parsed, interrupts, lines: null).ConfigureAwait(false);
        }

        return ExitCodes.Done;
    }

    private static async Task RunAsJsonAsync(RunOptions options, ParseResult parsed, Interrupts interrupts)
    {
        var output = parsed.InvocationConfiguration.Output;

        // Whoever does not read must not hold up the phases, and with them the stop.
        var lines = new QueuedWriter(output);
        await using (lines.ConfigureAwait(false))
        {
            await RunAsync(options, parsed, interrupts, lines).ConfigureAwait(false);
        }

        await output.WriteLineAsync(new JsonLine { ExitCode = ExitCodes.Done }.ToString()).ConfigureAwait(false);
    }

    private static async Task RunAsync(RunOptions options, ParseResult parsed, Interrupts interrupts, TextWriter? lines)
    {
        var request = await options.RequestAsync(parsed, interrupts.Stop).ConfigureAwait(false);
        await FindingLines.WarnAsync(parsed.InvocationConfiguration.Error, request.Command).ConfigureAwait(false);
        var vms = NamedVms.Open(parsed.GetValue(options.Host)!);
        await using (vms.ConfigureAwait(false))
        {
            using var progress = new ProgressView(new Screen(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error), lines);
            var vmOptions = new VmOptions { StartPaused = true, Progress = progress };
            var vm = await vms.Host.StartAsync(request.Command, vmOptions, interrupts.Stop).ConfigureAwait(false);
            await using (vm.ConfigureAwait(false))
            {
                await new RunSession(vm, request, progress, interrupts).RunAsync().ConfigureAwait(false);
            }
        }
    }
}

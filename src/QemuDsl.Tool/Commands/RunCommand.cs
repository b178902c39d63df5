using System.CommandLine;
using QemuDsl.Runtime;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary><c>qemu-dsl run</c>: boots a VM, shows what it says, stops it.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var options = new RunOptions();
        var command = new Command(
            "run",
            "Boot a VM from a profile, a kernel or a QEMU command line, supervised: it goes with this program, however this program ends. "
            + "Exit code 0 only if it booted.");
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RunOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (command, ready) = await options.CommandAsync(parsed, cancellationToken).ConfigureAwait(false);
        var output = parsed.InvocationConfiguration.Output;
        using var progress = ProgressView.Create(parsed.InvocationConfiguration.Error);
        var vmOptions = new VmOptions { StartPaused = true, Progress = progress };
        var vm = await new LocalHost().StartAsync(command, vmOptions, cancellationToken).ConfigureAwait(false);
        await using (vm.ConfigureAwait(false))
        {
#pragma warning disable CA2025 // It is awaited below; when something fails before, the VM's end is its end.
            var talking = ConsoleCopy.RunAsync(vm, output, progress);
#pragma warning restore CA2025
            await BootAsync(vm, ready, parsed.GetValue(options.Timeout), progress, cancellationToken).ConfigureAwait(false);
            if (!parsed.GetValue(options.Stop))
            {
                await vm.Exited.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            await vm.StopAsync(cancellationToken).ConfigureAwait(false);
            await talking.ConfigureAwait(false);
            return await ExitCodeAsync(vm, ready).ConfigureAwait(false);
        }
    }

    private static async Task BootAsync(VirtualMachine vm, string? ready, double seconds, ProgressView progress, CancellationToken cancellationToken)
    {
        if (ready is null)
        {
            await vm.ContinueAsync(cancellationToken).ConfigureAwait(false);
            progress.Note(BootPhase.Running, "no marker to wait for");
            return;
        }

        var wait = Boot.UntilSerial(ready);
        await vm.ContinueAsync(cancellationToken).ConfigureAwait(false);
        progress.Note(BootPhase.Running, wait.Description);
        await vm.WaitAsync(wait, TimeSpan.FromSeconds(seconds), cancellationToken).ConfigureAwait(false);
        progress.Note(BootPhase.Booted, null);
    }

    // Without a marker, a QEMU that ended in failure is the only sign that it did not boot.
    private static async Task<int> ExitCodeAsync(VirtualMachine vm, string? ready)
    {
        var exit = await vm.Exited.ConfigureAwait(false);
        return ready is null && exit.Code > 0 ? ExitCodes.NotBooted : ExitCodes.Done;
    }
}

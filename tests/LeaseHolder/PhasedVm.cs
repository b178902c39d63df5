using QemuDsl.Runtime;
using QemuDsl.Runtime.Tests.Placement;

namespace LeaseHolder;

/// <summary>A VM that is brought to a phase of its life and held there, for whoever wants to kill something just then.</summary>
public static class PhasedVm
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    /// <summary>
    /// Returns never, but fails when the VM ends. A file says that the phase has come; before QMP exists, and while threads are placed, who
    /// holds it there makes the file: the command's QEMU, and a program that comes first in this process's PATH.
    /// </summary>
    public static async Task RunAsync(IVmHost host, string phase, RawCommand command, string reached)
    {
        var options = new VmOptions
        {
            Placement = phase == "pinning" ? new VmPlacement { Emulator = "0" } : null,
            ReadyWhen = phase == "waiting" ? Boot.UntilSerial("what never comes") : null,
            Progress = new Report(progress =>
            {
                if (phase == "waiting" && progress.Phase == BootPhase.Running)
                {
                    File.WriteAllText(reached, "");
                }
            }),
        };
        await using var vm = await (phase == "pinning" ? Placing(host) : host).StartAsync(command, options);
        if (phase == "stopping")
        {
            await StopAsync(vm, reached);
        }
        else
        {
            await File.WriteAllTextAsync(reached, "");
        }

        await vm.Exited;
        await vm.PauseAsync();
    }

    // What is started on this machine has this process's PATH already.
    private static IVmHost Placing(IVmHost host) => host is LocalHost ? host : OtherHost.Behind(host, Environment.GetEnvironmentVariable("PATH")!);

    // A guest that does not look at its power button.
    private static async Task StopAsync(VirtualMachine vm, string reached)
    {
        await using var events = vm.EventsAsync().GetAsyncEnumerator();
        var next = events.MoveNextAsync().AsTask();
        var stopping = vm.StopAsync(new StopPlan { Powerdown = Long });
        while (await next && events.Current.Name != "POWERDOWN")
        {
            next = events.MoveNextAsync().AsTask();
        }

        await File.WriteAllTextAsync(reached, "");
        await stopping;
    }

    // Progress<T> would tell it later.
    private sealed class Report(Action<BootProgress> tell) : IProgress<BootProgress>
    {
        void IProgress<BootProgress>.Report(BootProgress value) => tell(value);
    }
}

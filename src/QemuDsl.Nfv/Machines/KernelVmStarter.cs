using System.Security.Cryptography;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Starts one VM on the host's root.</summary>
internal sealed class KernelVmStarter(IVmHost host, KernelVm vm, VmOptions options, Stream? output)
{
    public async Task<RunningVnf> StartAsync(bool waits, CancellationToken cancellationToken)
    {
        var machine = vm.Machine == GuestMachine.OfHost ? await HostMachineAsync(cancellationToken).ConfigureAwait(false) : vm.Machine;
        var version = await VersionAsync(machine, cancellationToken).ConfigureAwait(false);
        var command = new KernelVmCommand(vm, version);
        var interfaces = command.Build(machine).GetInterfaces();
        var setup = vm.Workload.Prepare(new WorkloadContext(vm.Id, vm.Cpus, Queues(), interfaces));
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var plan = new GuestPlan { Nonce = nonce, Hostname = vm.Id.Name, RootCache = vm.RootCache, HugePages = vm.HugePageCount, Mounts = vm.Mounts, Workload = setup };
        var initramfs = await new InitramfsBuilder(host, vm.Kernel, vm.Busybox).BuildAsync(plan, cancellationToken).ConfigureAwait(false);
        var started = await StartAsync(command, machine, initramfs, OptionsOfStart(nonce), cancellationToken).ConfigureAwait(false);
        var running = new RunningVnf(vm, started, interfaces, new GuestOutput(nonce), output, host.TimeProvider);
        try
        {
            await started.ContinueAsync(cancellationToken).ConfigureAwait(false);
            if (waits)
            {
                var ready = options.ReadyWhen ?? setup.Ready ?? Boot.UntilSerial($"@@{nonce} begin");
                await started.WaitAsync(ready, cancellationToken: cancellationToken).ConfigureAwait(false);
            }

            return running;
        }
        catch
        {
            await running.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // QEMU has read the initramfs when it answers.
    private async Task<VirtualMachine> StartAsync(
        KernelVmCommand command, GuestMachine machine, byte[] initramfs, VmOptions start, CancellationToken cancellationToken)
    {
        var root = await host.FindRunRootAsync(cancellationToken).ConfigureAwait(false);
        var path = $"{root}/{RandomNumberGenerator.GetHexString(16, lowercase: true)}.initramfs";
        try
        {
            using var content = new MemoryStream(initramfs);
            await host.UploadAsync(content, path, cancellationToken: cancellationToken).ConfigureAwait(false);
            return await host.StartAsync(command.Build(machine, path), start, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await host.RunAsync(new HostCommand("rm", ["-f", path]), CancellationToken.None).ConfigureAwait(false);
        }
    }

    // Paused, so that nothing of the console is missed. A workload that ends before it is at work never will be.
    private VmOptions OptionsOfStart(string nonce) => options with
    {
        Accelerator = Accelerator.Auto,
        StartPaused = true,
        ReadyWhen = null,
        Name = options.Name ?? vm.NameOrNumber,
        FailureSigns = options.FailureSigns with { Serial = [.. options.FailureSigns.Serial, $"@@{nonce} (exit|failed)[^\r\n]*"] },
    };

    private int Queues() => vm.AllInterfaces.OfType<VhostUserInterface>().Select(static nic => nic.Queues).DefaultIfEmpty(1).Max();

    private async Task<GuestMachine> HostMachineAsync(CancellationToken cancellationToken)
    {
        var architecture = (await host.RunAsync(new HostCommand("uname", ["-m"]), cancellationToken).ConfigureAwait(false)).Output.Trim();
        return architecture switch
        {
            "x86_64" => GuestMachine.Pc,
            "aarch64" => GuestMachine.Virt,
            _ => throw new HostException(host.Name, $"its architecture is '{architecture}', and programs of its root run on x86_64 and aarch64 machines only here. Set {nameof(KernelVm.Machine)} if it can all the same."),
        };
    }

    // Only the unit of reconnecting depends on it.
    private async Task<QemuVersion?> VersionAsync(GuestMachine machine, CancellationToken cancellationToken)
    {
        if (!vm.AllInterfaces.OfType<VhostUserInterface>().Any(static nic => nic.Reconnect is not null))
        {
            return null;
        }

        var program = new KernelVmCommand(vm, null).Build(machine).Program;
        return (await host.GetCapabilitiesAsync(program, cancellationToken: cancellationToken).ConfigureAwait(false)).Version;
    }
}

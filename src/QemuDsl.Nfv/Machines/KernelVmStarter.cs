using System.Security.Cryptography;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Starts one VM on the host's root.</summary>
internal sealed class KernelVmStarter(IVmHost host, KernelVm vm, VmOptions options, Stream? output)
{
    public async Task<RunningVnf> StartAsync(bool waits, CancellationToken cancellationToken)
    {
        var machine = await HostMachine.ChooseAsync(host, vm.Machine, cancellationToken).ConfigureAwait(false);
        var described = new KernelVmCommand(vm, null).Build(machine);
        var interfaces = described.GetInterfaces();
        var setup = Prepare(interfaces);
        var version = await HostMachine.VersionAsync(host, described, vm.AllInterfaces, cancellationToken).ConfigureAwait(false);
        var command = new KernelVmCommand(await ForHostAsync(setup, described.Program, cancellationToken).ConfigureAwait(false), version);
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var plan = new GuestPlan
        {
            Nonce = nonce, Hostname = vm.Id.Name, RootCache = vm.RootCache, HugePages = vm.HugePageCount, Mounts = vm.Mounts, Nics = interfaces, Workload = setup,
        };
        var initramfs = await new InitramfsBuilder(host, vm.Kernel, vm.Busybox).BuildAsync(plan, cancellationToken).ConfigureAwait(false);
        var link = await StartAsync(command, machine, initramfs, OptionsOfStart(nonce), cancellationToken).ConfigureAwait(false);
        var running = new RunningVnf(vm, link, interfaces, new GuestOutput(nonce), output);
        try
        {
            await link.Machine.ContinueAsync(cancellationToken).ConfigureAwait(false);
            if (waits)
            {
                var ready = options.ReadyWhen ?? setup.Ready ?? Boot.UntilSerial($"@@{nonce} begin");
                await link.Machine.WaitAsync(ready, cancellationToken: cancellationToken).ConfigureAwait(false);
                await running.BegunAsync(cancellationToken).ConfigureAwait(false);
            }

            return running;
        }
        catch
        {
            await running.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private WorkloadSetup Prepare(IReadOnlyList<VnfNic> interfaces)
    {
        var setup = vm.Workload.Prepare(new WorkloadContext(vm.Id, vm.Cpus, Queues(), interfaces));
        foreach (var file in setup.Files)
        {
            file.Check();
        }

        return !setup.NeedsHugePages || vm.HugePageCount > 0
            ? setup
            : throw new ArgumentException(
                $"{vm.Workload.GetType().Name} needs huge pages in the guest, and {nameof(KernelVm.GuestHugePages)} is not set. Give it some of the memory, such as 1.GiB().");
    }

    // What gives the devices another driver polls them.
    private async Task<KernelVm> ForHostAsync(WorkloadSetup setup, string program, CancellationToken cancellationToken) => setup.Drivers.Count > 0
        ? vm
        : vm.With(await MsixLimit.AvoidAsync(host, program, vm.AllInterfaces, cancellationToken).ConfigureAwait(false));

    // QEMU has read the initramfs when it answers.
    private async Task<GuestLink> StartAsync(
        KernelVmCommand command, GuestMachine machine, byte[] content, VmOptions start, CancellationToken cancellationToken)
    {
        var initramfs = await InitramfsLease.PlaceAsync(host, content, cancellationToken).ConfigureAwait(false);
        await using (initramfs.ConfigureAwait(false))
        {
            var sockets = ListeningSockets.Of(vm.AllInterfaces);
            var launch = new KernelVmLaunch(directory => command.Build(machine, initramfs.Path, directory));
            VirtualMachine started;
            try
            {
                started = await host.StartAsync(launch, start, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await ListeningSockets.RemoveAsync(host, sockets).ConfigureAwait(false);
                throw;
            }

            return await GuestLink.OpenAsync(host, started, sockets, cancellationToken).ConfigureAwait(false);
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

    // As many as each of them has: a program asks every interface for the same number.
    private int Queues() => vm.AllInterfaces.OfType<VhostUserInterface>().Select(static nic => nic.Queues).DefaultIfEmpty(1).Min();
}

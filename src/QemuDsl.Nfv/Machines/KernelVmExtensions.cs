using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Starts VMs on a host's root.</summary>
public static class KernelVmExtensions
{
    /// <summary>Starts a VM and waits until its workload is at work.</summary>
    /// <param name="host">The host.</param>
    /// <param name="vm">The VM.</param>
    /// <param name="options">
    /// How it is started. <see cref="VmOptions.ReadyWhen"/> is the workload's own when null; <see cref="VmOptions.Accelerator"/> is always
    /// <see cref="Accelerator.Auto"/>.
    /// </param>
    /// <param name="output">Gets what the workload writes; nobody when null.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="ArgumentException">The description does not fit together.</exception>
    /// <exception cref="HostException">The host lacks something, such as the kernel, a module or a static busybox.</exception>
    /// <exception cref="QemuStartException">QEMU refused it.</exception>
    /// <exception cref="BootException">The workload did not get to work; the message has the reason and the console.</exception>
    public static Task<RunningVnf> StartAsync(
        this IVmHost host, KernelVm vm, VmOptions? options = null, Stream? output = null, CancellationToken cancellationToken = default) =>
        new KernelVmStarter(host, vm, options ?? new VmOptions(), output).StartAsync(waits: true, cancellationToken);

    /// <summary>Runs a VM until its workload ends, and ends it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="vm">The VM.</param>
    /// <param name="timeout">How long it may take, from the start of QEMU.</param>
    /// <param name="options">How it is started.</param>
    /// <param name="output">Gets what the workload writes; nobody when null.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <returns>How the workload ended, also when it never began.</returns>
    /// <exception cref="ArgumentException">The description does not fit together.</exception>
    /// <exception cref="HostException">The host lacks something.</exception>
    /// <exception cref="QemuStartException">QEMU refused it.</exception>
    public static async Task<WorkloadResult> RunAsync(
        this IVmHost host, KernelVm vm, TimeSpan timeout, VmOptions? options = null, Stream? output = null, CancellationToken cancellationToken = default)
    {
        var running = await new KernelVmStarter(host, vm, options ?? new VmOptions(), output).StartAsync(waits: false, cancellationToken).ConfigureAwait(false);
        await using (running.ConfigureAwait(false))
        {
            return await running.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>QEMU's command of a VM, as far as it is known before its start: the initramfs and the run directory are made then.</summary>
    /// <param name="vm">The VM.</param>
    /// <param name="machine">The machine where the VM leaves it to the host; that of this machine's architecture when nothing is said.</param>
    /// <param name="version">The QEMU that will run it.</param>
    /// <exception cref="ArgumentException">The description does not fit together.</exception>
    public static IQemuCommand ToCommand(this KernelVm vm, GuestMachine machine = GuestMachine.OfHost, QemuVersion? version = null) =>
        new KernelVmCommand(vm, version).Build(HostMachine.Here(vm.Machine == GuestMachine.OfHost ? machine : vm.Machine));
}

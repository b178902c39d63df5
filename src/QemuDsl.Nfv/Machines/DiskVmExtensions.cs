using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Starts VMs with a disk.</summary>
public static class DiskVmExtensions
{
    /// <summary>Starts a VM and waits until its guest agent answers.</summary>
    /// <param name="host">The host.</param>
    /// <param name="vm">The VM.</param>
    /// <param name="options">
    /// How it is started; <see cref="VmOptions.BootTimeout"/> is how long the agent may take. <see cref="VmOptions.ReadyWhen"/> takes the place of the agent's
    /// answer when it is set; <see cref="VmOptions.Accelerator"/> is always <see cref="Accelerator.Auto"/>, and <see cref="VmOptions.GuestAgent"/> the VM's.
    /// </param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="ArgumentException">The description does not fit together.</exception>
    /// <exception cref="HostException">The host cannot run it.</exception>
    /// <exception cref="QemuStartException">QEMU refused it.</exception>
    /// <exception cref="BootException">The agent did not answer in time; the message has the console.</exception>
    public static Task<RunningDiskVm> StartAsync(this IVmHost host, DiskVm vm, VmOptions? options = null, CancellationToken cancellationToken = default) =>
        new DiskVmStarter(host, vm, options ?? new VmOptions()).StartAsync(cancellationToken);

    /// <summary>QEMU's command of a VM, without what its start adds: monitors, the console and the agent's port.</summary>
    /// <param name="vm">The VM.</param>
    /// <param name="machine">The machine where the VM leaves it to the host; that of this machine's architecture when nothing is said.</param>
    /// <param name="version">The QEMU that will run it.</param>
    /// <exception cref="ArgumentException">The description does not fit together.</exception>
    public static IQemuCommand ToCommand(this DiskVm vm, GuestMachine machine = GuestMachine.OfHost, QemuVersion? version = null) =>
        new DiskVmCommand(vm, version).Build(HostMachine.Here(vm.Machine == GuestMachine.OfHost ? machine : vm.Machine));
}

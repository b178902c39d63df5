namespace QemuDsl.Runtime;

/// <summary>Starts VMs and finds those that are there.</summary>
public static partial class VmHostExtensions
{
    /// <summary>Starts a VM on this host: supervised, its run directory its own, gone with its owner.</summary>
    /// <param name="host">The host.</param>
    /// <param name="command">What to run.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="QemuStartException">The description has errors, or QEMU refused it.</exception>
    /// <exception cref="HostException">The host cannot run it.</exception>
    /// <exception cref="BootException"><see cref="VmOptions.ReadyWhen"/> did not come.</exception>
    public static Task<VirtualMachine> StartAsync(
        this IVmHost host, IQemuCommand command, VmOptions? options = null, CancellationToken cancellationToken = default) =>
        new VmStarter(host, command, options ?? new VmOptions()).StartAsync(cancellationToken);
}

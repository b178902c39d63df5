namespace QemuDsl.Runtime;

public static partial class VmHostExtensions
{
    /// <summary>The VMs of this user on a host, in the directory it is set to (<see cref="LocalHostOptions.RunRoot"/>).</summary>
    /// <param name="host">The host.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">They cannot be listed.</exception>
    public static async Task<IReadOnlyList<VmEntry>> ListAsync(this IVmHost host, CancellationToken cancellationToken = default) =>
        [.. (await RunDirectories.RunAsync(host, "list", cancellationToken).ConfigureAwait(false)).Select(static found => found.Vm)];

    /// <summary>
    /// Removes what owners and supervisors that were killed left behind: run directories, and QEMU if it is still there. A VM whose
    /// supervisor lives is somebody's and is left alone.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="cancellationToken">Gives up; what was begun may go on there.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="HostException">The host could not be asked.</exception>
    public static async Task<IReadOnlyList<VmEntry>> SweepAsync(this IVmHost host, CancellationToken cancellationToken = default) =>
    [
        .. (await RunDirectories.RunAsync(host, "sweep", cancellationToken).ConfigureAwait(false))
            .Where(static found => found.IsSwept).Select(static found => found.Vm),
    ];

    /// <summary>
    /// Attaches to a VM that was left to itself (<see cref="VirtualMachine.DetachAsync"/>), one program at a time. Disposing lets go of it
    /// again; stopping or killing it ends it.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="nameOrDirectory">Its name or its run directory.</param>
    /// <param name="options">How it is waited for and stopped; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up; the VM goes on.</param>
    /// <exception cref="HostException">There is no such VM, it is still its owner's, somebody stopped its QEMU, or somebody else is attached to it.</exception>
    public static Task<VirtualMachine> AttachAsync(
        this IVmHost host, string nameOrDirectory, VmOptions? options = null, CancellationToken cancellationToken = default) =>
        new VmAttacher(host, options ?? new VmOptions()).AttachAsync(nameOrDirectory, cancellationToken);
}

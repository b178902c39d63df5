namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    private static readonly TimeSpan SnapshotLimit = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Saves memory, devices and all disks that can be written inside the VM's qcow2 images (job <c>snapshot-save</c>). The guest stands
    /// still meanwhile and goes on afterwards.
    /// </summary>
    /// <param name="name">Its name; not a number.</param>
    /// <param name="timeout">How long it may take; five minutes when null.</param>
    /// <param name="cancellationToken">Cancels the job; QEMU may have carried it out all the same.</param>
    /// <exception cref="SnapshotException">
    /// The name is taken, no disk is a qcow2 that can be written, another one that can be written is none, or QEMU's job failed.
    /// </exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task SaveSnapshotAsync(string name, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        SnapshotsWithin(timeout).SaveAsync(name, cancellationToken);

    /// <summary>
    /// Takes the VM back to a snapshot (job <c>snapshot-load</c>). A guest that ran goes on from there, a paused one stays paused.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="timeout">How long it may take; five minutes when null.</param>
    /// <param name="cancellationToken">Cancels the job; QEMU may have carried it out all the same.</param>
    /// <exception cref="SnapshotException">There is none of that name, or QEMU's job failed; the guest may be paused then.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task LoadSnapshotAsync(string name, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        SnapshotsWithin(timeout).LoadAsync(name, cancellationToken);

    /// <summary>Deletes a snapshot from all its disks (job <c>snapshot-delete</c>).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="timeout">How long it may take; five minutes when null.</param>
    /// <param name="cancellationToken">Cancels the job; QEMU may have carried it out all the same.</param>
    /// <exception cref="SnapshotException">There is none of that name, or QEMU's job failed.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task DeleteSnapshotAsync(string name, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        SnapshotsWithin(timeout).DeleteAsync(name, cancellationToken);

    /// <summary>The snapshots in the VM's images, oldest first; empty when it has no image that could hold one.</summary>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async Task<IReadOnlyList<VmSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken = default) =>
        (await SnapshotDisks.FindAsync(Qmp, cancellationToken).ConfigureAwait(false)).Snapshots;

    private Snapshots SnapshotsWithin(TimeSpan? timeout) => new(Qmp, _host.TimeProvider, timeout ?? SnapshotLimit);
}

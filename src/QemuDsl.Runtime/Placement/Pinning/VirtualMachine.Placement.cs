namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    private ThreadPlacer? _placer;

    /// <summary>The threads it has on its host now: vCPUs, I/O threads, vhost, the main loop and its workers.</summary>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async Task<IReadOnlyList<VmThread>> FindThreadsAsync(CancellationToken cancellationToken = default) =>
        await new ThreadFinder(_host, Qmp, Pid).FindAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Places all threads anew as <see cref="VmOptions.Placement"/> says, such as right after a hot plug; without one nothing happens.
    /// Threads that appear are also looked for in the background (<see cref="VmPlacement.RefreshInterval"/>).
    /// </summary>
    /// <exception cref="HostException">The kernel did not take something.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task PlaceThreadsAsync(CancellationToken cancellationToken = default) =>
        _placer?.PlaceAllAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Places the threads of a guest that has not run yet.</summary>
    internal async Task PlaceAsync(CancellationToken cancellationToken)
    {
        if (_options.Placement is { } placement)
        {
            _placer = new ThreadPlacer(_host, new ThreadFinder(_host, Qmp, Pid), placement, Pid, _logger);
            await LimitAsync(_placer.PlaceAllAsync, cancellationToken).ConfigureAwait(false);
            _placer.Watch();
        }
    }
}

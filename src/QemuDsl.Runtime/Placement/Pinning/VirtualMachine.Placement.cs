namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    private readonly TaskCompletionSource _negotiated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ThreadPlacer? _placer;

    /// <summary>The threads it has on its host now: vCPUs, I/O threads, vhost, the main loop and its workers.</summary>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async Task<IReadOnlyList<VmThread>> FindThreadsAsync(CancellationToken cancellationToken = default) =>
        await new ThreadFinder(Qmp, Pid).FindAsync(new HostShell(_host), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Places all threads anew as <see cref="VmOptions.Placement"/> says, such as right after a hot plug; without one nothing happens.
    /// Threads that appear are also looked for in the background (<see cref="VmPlacement.RefreshInterval"/>).
    /// </summary>
    /// <exception cref="HostException">The kernel did not take something.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task PlaceThreadsAsync(CancellationToken cancellationToken = default) =>
        _placer?.PlaceAllAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Places the threads of a guest that has not run yet, once QEMU takes commands.</summary>
    internal async Task PlaceAsync(CancellationToken cancellationToken)
    {
        if (_options.Placement is not { } placement)
        {
            return;
        }

        // Through the supervisor, which waits for that; a command of its own for each would cost round trips.
        var shell = ((Supervisor)_supervisor).Shell;
        try
        {
            // The host's programs have the same deadline as QEMU: one that hangs must not outlast it.
            await LimitAsync(
                token => PlacementPreflight.CheckAsync(shell, placement, cancellationToken: token),
                _ => $"{HostName} did not tell its CPUs, rights and limits", cancellationToken).ConfigureAwait(false);
            await _negotiated.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            await LimitAsync(
                token => PlaceAsync(shell, placement, token), static _ => "QEMU did not let its threads be placed", cancellationToken).ConfigureAwait(false);
            _placer!.Watch();
        }
        catch (IOException end)
        {
            throw await WhyEndedAsync(end).ConfigureAwait(false);
        }
    }

    private async Task PlaceAsync(SupervisorShell shell, VmPlacement placement, CancellationToken cancellationToken)
    {
        _placer = new ThreadPlacer(_host, new ThreadFinder(Qmp, Pid), placement, Pid, _logger);
        await _placer.PlaceAllAsync(shell, cancellationToken).ConfigureAwait(false);
        await shell.GoAsync(cancellationToken).ConfigureAwait(false);
    }
}

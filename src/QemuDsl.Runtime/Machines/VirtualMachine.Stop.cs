using System.Diagnostics.CodeAnalysis;

namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    private volatile bool _killed;

    /// <summary>
    /// Stops the VM: the power button, <c>quit</c>, SIGTERM, SIGKILL, each with its deadline (<see cref="VmOptions.Stop"/>).
    /// </summary>
    /// <returns>The stage that ended it.</returns>
    public Task<StopStage> StopAsync(CancellationToken cancellationToken = default) => StopAsync(_options.Stop, cancellationToken);

    /// <summary>Stops the VM: the power button, <c>quit</c>, SIGTERM, SIGKILL, each with its deadline.</summary>
    /// <param name="plan">The deadlines.</param>
    /// <param name="cancellationToken">Gives up; the VM may go on.</param>
    /// <returns>The stage that ended it.</returns>
    public Task<StopStage> StopAsync(StopPlan plan, CancellationToken cancellationToken = default) =>
        Exited.IsCompleted ? Task.FromResult(StopStage.AlreadyEnded) : TracedAsync(() => StopInStagesAsync(plan, cancellationToken));

    /// <summary>Kills QEMU at once (SIGKILL).</summary>
    public async Task<VmExit> KillAsync(CancellationToken cancellationToken = default)
    {
        _killed = true;
        await _host.KillAsync(Pid, ProcessStartTime, cancellationToken).ConfigureAwait(false);
        if (!await HasEndedAsync(_options.Stop.Signals, cancellationToken).ConfigureAwait(false))
        {
            // It may have been stopped, and is continued by this.
            await _supervisor.EndLeaseAsync().ConfigureAwait(false);
            if (!await HasEndedAsync(_options.Stop.Signals, cancellationToken).ConfigureAwait(false))
            {
                _supervisor.Kill();
            }
        }

        return await Exited.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Ends the VM if it still runs and removes everything that was its: process, sockets, files. One that was attached to runs on. Never
    /// throws; whoever else disposes it at the same time returns when all is gone, too.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposing, 1) != 0)
        {
            await _disposed.Task.ConfigureAwait(false);
            return;
        }

        await CloseAsync(_placer).ConfigureAwait(false);
        if (_supervisor.IsOwner && !_detaching)
        {
            await AttemptAsync(EndNowAsync).ConfigureAwait(false);
        }

        // Readers before what they read from.
        await CloseAsync(Qmp).ConfigureAwait(false);
        await CloseAsync(_serial).ConfigureAwait(false);
        await CloseAsync(_agent?.Channel).ConfigureAwait(false);
        await CloseAsync(_output).ConfigureAwait(false);
        if (_detaching && _supervisor is Supervisor { IsOwner: true } owned)
        {
            await AttemptAsync(owned.ReleaseAsync).ConfigureAwait(false);
        }

        await CloseAsync(_supervisor).ConfigureAwait(false);
        var exit = await Exited.ConfigureAwait(false);
        if (!_supervisor.HasCleanedUp)
        {
            await RemoveDirectoryAsync().ConfigureAwait(false);
        }

        Log.Ended(_logger, Pid, exit);
        if (_supervisor.Trouble is { } trouble)
        {
            Log.Trouble(_logger, Pid, trouble);
        }

        _disposed.SetResult();
    }

    private async Task<StopStage> TracedAsync(Func<Task<StopStage>> stop)
    {
        using var activity = Telemetry.Source.StartActivity("qemu.stop");
        activity?.SetTag(Telemetry.Host, HostName).SetTag(Telemetry.Pid, Pid);
        try
        {
            var stage = await stop().ConfigureAwait(false);
            activity?.SetTag(Telemetry.Stage, stage.ToString());
            return stage;
        }
        catch (Exception failure)
        {
            activity?.Fail(failure);
            throw;
        }
    }

    private async Task<StopStage> StopInStagesAsync(StopPlan plan, CancellationToken cancellationToken)
    {
        if (await AskAsync("system_powerdown", plan.Powerdown, cancellationToken).ConfigureAwait(false))
        {
            return StopStage.Powerdown;
        }

        if (await AskAsync("quit", plan.Quit, cancellationToken).ConfigureAwait(false))
        {
            return StopStage.Quit;
        }

        return await EndAsync(plan.Signals).ConfigureAwait(false);
    }

    // A supervisor that was killed removed nothing; and pdeathsig, which takes QEMU along, does not hold for one with file capabilities.
    private async Task EndedAsync()
    {
        var exit = await _supervisor.Ended.ConfigureAwait(false);
        if (exit is { Code: null, Reason: not VmExitReason.Detached } && _supervisor.IsOwner)
        {
            await AttemptAsync(() => _host.KillAsync(Pid, ProcessStartTime, CancellationToken.None)).ConfigureAwait(false);
            await RemoveDirectoryAsync().ConfigureAwait(false);
        }

        exit = await WithCauseAsync(exit).ConfigureAwait(false);
        try
        {
            Telemetry.Counts(_host, -1);
        }
        finally
        {
            // Even when a listener throws: everybody waits for it.
            _exited.SetResult(exit);
        }
    }

    private Task EndNowAsync() => Exited.IsCompleted ? Task.CompletedTask : TracedAsync(() => EndAsync(_options.Stop.Signals));

    private Task CloseAsync(IAsyncDisposable? part) => AttemptAsync(() => part?.DisposeAsync().AsTask() ?? Task.CompletedTask);

    [SuppressMessage("Design", "CA1031", Justification = "What goes wrong in ending one thing must not keep the others.")]
    private async Task AttemptAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Log.EndFailed(_logger, Pid, failure);
        }
    }

    // The end of the lease: the supervisor sends TERM, half a second later KILL, and removes the run directory.
    private async Task<StopStage> EndAsync(TimeSpan limit)
    {
        await _supervisor.EndLeaseAsync().ConfigureAwait(false);
        if (await HasEndedAsync(limit, CancellationToken.None).ConfigureAwait(false))
        {
            return StopStage.Signals;
        }

        // A supervisor that was stopped itself: killing it takes QEMU along (pdeathsig).
        Log.Trouble(_logger, Pid, "its supervisor did not react and was killed");
        _supervisor.Kill();
        await _host.KillAsync(Pid, ProcessStartTime, CancellationToken.None).ConfigureAwait(false);
        return StopStage.Killed;
    }

    private async Task<bool> AskAsync(string command, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (limit <= TimeSpan.Zero)
        {
            return false;
        }

        using var deadline = new CancellationTokenSource(limit, _host.TimeProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await Qmp.ExecuteAsync(command, default, ending.Token).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is QemuException or EndOfStreamException or ObjectDisposedException)
        {
            // A QEMU that has gone, or does not know the command: how it ends is seen below.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        try
        {
            await Exited.WaitAsync(ending.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<bool> HasEndedAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await Exited.WaitAsync(limit, _host.TimeProvider, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task RemoveDirectoryAsync()
    {
        try
        {
            await _host.RemoveRunDirectoryAsync(_files.Directory, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or HostException)
        {
            Log.DirectoryLeft(_logger, _files.Directory, failure);
        }
    }
}

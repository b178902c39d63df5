using System.Globalization;

namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    // The channels close a moment before the end of QEMU is known.
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(2);

    /// <summary>Opens QMP and the console of a QEMU that was just started; the guest stays paused.</summary>
    internal async Task ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LimitAsync(OpenAsync, Opening, cancellationToken).ConfigureAwait(false);
        }
        catch (MissingProgramException missing)
        {
            throw StartChecks.Missing(_host, _command, missing.Program);
        }
        catch (Exception failure) when (
            failure is VirtualMachineExitedException or EndOfStreamException or QmpProtocolException
            || (failure is HostException && !_supervisor.Qemu.IsFaulted))
        {
            throw await StartFailureAsync(failure).ConfigureAwait(false);
        }
    }

    /// <summary>Lets the guest run and waits until it is ready.</summary>
    internal async Task BootAsync(StartReport report, CancellationToken cancellationToken)
    {
        if (_options.ReadyWhen is not { } ready)
        {
            await LetGoAsync(report, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Begun before the guest runs: an event right after that would be missed.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var booting = WaitAsync(ready, null, ending.Token);
        try
        {
            await LetGoAsync(report, cancellationToken).ConfigureAwait(false);
        }
        catch (VirtualMachineExitedException)
        {
            // What is waited for may have come before the end. If not, the wait says so.
        }
        catch
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await booting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await booting.ConfigureAwait(false);
        report.Begin(BootPhase.Booted);
    }

    private async Task LetGoAsync(StartReport report, CancellationToken cancellationToken)
    {
        await LimitAsync(ContinueAsync, static _ => "QEMU did not answer 'cont'", cancellationToken).ConfigureAwait(false);
        report.Begin(BootPhase.Running, _options.ReadyWhen?.Description);
    }

    private static string Opening(QmpClient qmp) => qmp switch
    {
        { Version: null } => "QEMU did not greet",
        { IsNegotiated: false } => "QEMU did not answer 'qmp_capabilities'",
        _ => "QEMU did not let its channels be opened",
    };

    // One deadline for all that comes before the guest runs.
    private async Task LimitAsync(Func<CancellationToken, Task> step, Func<QmpClient, string> missing, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeLeft(), _host.TimeProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await step(ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new QemuStartException(
                $"{missing(Qmp)} within {_options.StartTimeout.TotalSeconds:0.###} s. "
                + $"It may wait for a peer (its last words tell), or the host is overloaded: raise VmOptions.StartTimeout.\n{Evidence()}");
        }
    }

    private TimeSpan TimeLeft()
    {
        var left = _options.StartTimeout - _host.TimeProvider.GetElapsedTime(_started);
        return _options.StartTimeout == Timeout.InfiniteTimeSpan ? _options.StartTimeout : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        // First of all: whoever has to kill it later must know that it is still the same process.
        (Pid, ProcessStartTime, BootId) = await _supervisor.Qemu.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_console.Choice == ConsoleChoice.StandardOutput)
        {
            // The FIFO is there once the number is told, and QEMU waits in opening it until somebody reads: no byte is lost.
            _output = await _host.StartProcessAsync(new HostCommand("cat", [_files.Output]), cancellationToken).ConfigureAwait(false);
            _serial = new SerialConsole(_output.Stdout, _options.SerialHistory);
        }

        // Side by side: on a host that is far away each costs round trips.
        var negotiating = NegotiateAsync(cancellationToken);
        await ConnectSerialAsync(negotiating, cancellationToken).ConfigureAwait(false);
        await negotiating.ConfigureAwait(false);
        Log.Started(_logger, _host.Name, Pid, _files.Directory);
    }

    private async Task NegotiateAsync(CancellationToken cancellationToken)
    {
        await Qmp.NegotiateAsync(cancellationToken).ConfigureAwait(false);
        _negotiated.TrySetResult();
    }

    // QEMU listens on its sockets before it greets.
    private async Task ConnectSerialAsync(Task greeting, CancellationToken cancellationToken)
    {
        if (_console.Choice == ConsoleChoice.Added)
        {
            var stream = await _host.ConnectAsync(_files.SerialSocket, greeting, cancellationToken).ConfigureAwait(false);
            try
            {
                // After connecting: what is written meanwhile comes twice rather than not at all.
                var earlier = _supervisor.IsOwner ? null : await _host.ReadFileAsync(_files.SerialLog, cancellationToken).ConfigureAwait(false);
                _serial = new SerialConsole(stream, _options.SerialHistory, earlier ?? "");
            }
            catch
            {
                // QEMU takes one client: one that nobody closes would be the last.
                await stream.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Why no guest could run.</summary>
    internal async Task<QemuException> StartFailureAsync(Exception failure)
    {
        if (failure is QmpProtocolException || !await HasEndedAsync(Ending, CancellationToken.None).ConfigureAwait(false))
        {
            return new QemuStartException($"QEMU could not be talked to: {failure.Message}\n{Evidence()}", innerException: failure);
        }

        var refusal = Stderr.Split('\n').Select(_command.Explain).FirstOrDefault(static found => found is not null);
        var about = refusal is null ? "" : $"\n{refusal}";
        return new QemuStartException(
            $"QEMU {await Exited.ConfigureAwait(false)} before the guest could run.{about}\n{Evidence()}",
            refusal: refusal,
            innerException: failure);
    }

    private async Task<Exception> WhyEndedAsync(Exception end)
    {
        // A client that was given up does not wait to learn it.
        if (!await HasEndedAsync(end is ObjectDisposedException ? TimeSpan.Zero : Ending, CancellationToken.None).ConfigureAwait(false))
        {
            // On a host that does not answer it takes a while to give up removing what is left there.
            return end is ObjectDisposedException || !_supervisor.Ended.IsCompleted ? end : Gone(await _supervisor.Ended.ConfigureAwait(false));
        }

        return Gone(await Exited.ConfigureAwait(false));
    }

    private VirtualMachineExitedException Gone(VmExit exit) => new($"The VM is gone: QEMU {exit}.\n{Evidence()}", exit);

    private string Evidence()
    {
        var serial = _serial is null ? "" : $"Last serial lines:\n{Runtime.Evidence.LastLines(_serial.Text, 10)}\n";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            QEMU pid {Pid} on {_host.Name}, {_host.TimeProvider.GetElapsedTime(_started).TotalSeconds:0.0} s after its start.
            {serial}Last stderr lines:
            {Runtime.Evidence.LastLines(Stderr, 10)}
            Command: {MaskedCommand.Text(_command)}
            """);
    }
}

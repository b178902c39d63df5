using QemuDsl.Runtime;
using QemuDsl.Tool.Output;

namespace QemuDsl.Tool.Commands;

/// <summary>One VM from its first instruction to its end.</summary>
internal sealed class RunSession(VirtualMachine vm, RunRequest request, ProgressView progress, Interrupts interrupts)
{
    // Whoever reads standard output may have stopped reading.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private static readonly StopPlan WithoutPowerdown = StopPlan.Default with { Powerdown = TimeSpan.Zero };

    private bool _booted;

    /// <summary>Returns when the VM has ended well.</summary>
    /// <exception cref="BootException">It did not boot.</exception>
    /// <exception cref="ToolException">QEMU ended in failure, or what the guest says cannot be printed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped by a signal.</exception>
    public async Task RunAsync()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(interrupts.Stop);
        var talking = ConsoleCopy.RunAsync(vm, progress);
        var living = LiveAsync(ending.Token);
        try
        {
            await UntilFirstFailsAsync(talking, living).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // No guest listens to the power button before it has booted.
            await StopAsync(_booted ? StopPlan.Default : WithoutPowerdown, interrupts.Kill).ConfigureAwait(false);
            await Task.WhenAny(talking, Task.Delay(LastWords, TimeProvider.System, interrupts.Kill)).ConfigureAwait(false);
            throw;
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await talking.WaitAsync(interrupts.Stop).ConfigureAwait(false);
    }

    // Output that nobody keeps ends the run: a full disk must not look like a silent guest.
    private static async Task UntilFirstFailsAsync(Task talking, Task living)
    {
        await Task.WhenAny(talking, living).ConfigureAwait(false);
        if (talking.IsFaulted)
        {
            await talking.ConfigureAwait(false);
        }

        await living.ConfigureAwait(false);
    }

    private async Task LiveAsync(CancellationToken cancellationToken)
    {
        await BootAsync(cancellationToken).ConfigureAwait(false);
        if (request.Stop)
        {
            await StopAsync(StopPlan.Default, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return;
        }

        var exit = await vm.Exited.WaitAsync(cancellationToken).ConfigureAwait(false);
        progress.Reach("Ended", $"QEMU {exit}");
        if (exit.Code != 0)
        {
            throw new ToolException($"QEMU {exit}. Its last words:\n{LastLines(vm.Stderr)}", ExitCodes.Failed);
        }
    }

    private async Task BootAsync(CancellationToken cancellationToken)
    {
        if (request.Ready is not { } ready)
        {
            await vm.ContinueAsync(cancellationToken).ConfigureAwait(false);
            progress.Reach(nameof(BootPhase.Running), "no marker to wait for");
            _booted = true;
            return;
        }

        // Begun before the guest runs: an event right after that would be missed.
        var booting = vm.WaitAsync(ready, request.Timeout, cancellationToken);
        progress.Begin(nameof(BootPhase.Running), ready.Description, request.Timeout);
        await vm.ContinueAsync(cancellationToken).ConfigureAwait(false);
        await booting.ConfigureAwait(false);
        progress.Reach(nameof(BootPhase.Booted));
        _booted = true;
    }

    private async Task StopAsync(StopPlan plan, CancellationToken kill)
    {
        if (vm.Exited.IsCompleted)
        {
            return;
        }

        var grace = plan.Powerdown > TimeSpan.Zero ? $"{plan.Powerdown.TotalSeconds:0} s for the guest to power off, " : "";
        progress.Begin("Stopping", $"{grace}Ctrl-C kills it at once", plan.Powerdown > TimeSpan.Zero ? plan.Powerdown : null);
        try
        {
            var stage = await vm.StopAsync(plan, kill).ConfigureAwait(false);
            progress.Reach("Stopped", stage.ToString());
        }
        catch (OperationCanceledException)
        {
            await vm.KillAsync(CancellationToken.None).ConfigureAwait(false);
            progress.Reach("Stopped", nameof(StopStage.Killed));
        }
    }

    private static string LastLines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(10).ToList();
        return lines.Count == 0 ? "  (nothing)" : string.Join('\n', lines.Select(static line => "  " + Harmless(line)));
    }

    private static string Harmless(string line) =>
        string.Concat(line.Select(static character => char.IsControl(character) ? '?' : character));
}

namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    /// <summary>
    /// Presses the reset button (<c>system_reset</c>) and waits until QEMU has reset the machine (event <c>RESET</c>). A paused guest stays
    /// paused.
    /// </summary>
    /// <remarks>To wait for the guest to come up again, call <see cref="WaitAsync"/> before and await it after.</remarks>
    /// <param name="cancellationToken">Ends the wait; the reset is done all the same.</param>
    /// <exception cref="VirtualMachineExitedException">QEMU ended, as <c>-no-reboot</c> has it.</exception>
    /// <exception cref="InvalidOperationException">
    /// The command has <c>-no-reboot</c> and <c>-no-shutdown</c>: the machine halted.
    /// </exception>
    public async Task ResetAsync(CancellationToken cancellationToken = default)
    {
        using var events = Qmp.Subscribe();
        await Qmp.ExecuteAsync("system_reset", default, cancellationToken).ConfigureAwait(false);
        var seen = await EventAsync(events, static raised => raised.Name is "RESET" or "SHUTDOWN", cancellationToken).ConfigureAwait(false);
        if (seen.Name == "SHUTDOWN")
        {
            throw await WhyEndedAsync(new InvalidOperationException(
                "A reset halted the machine: the command has -no-reboot and -no-shutdown. Leave -no-reboot out.")).ConfigureAwait(false);
        }
    }

    /// <summary>The next event that is wanted.</summary>
    private async Task<QmpEvent> EventAsync(QmpSubscription events, Func<QmpEvent, bool> wanted, CancellationToken cancellationToken)
    {
        await foreach (var raised in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (wanted(raised))
            {
                return raised;
            }
        }

        throw await WhyEndedAsync(new EndOfStreamException("The QMP channel ended.")).ConfigureAwait(false);
    }
}

namespace QemuDsl.Automation;

/// <summary>Ends VMs by their records, whatever state they are in.</summary>
public static class VmStopper
{
    // Most guests of tests listen to no power button; who wants them to says so.
    private static readonly StopPlan AtOnce = StopPlan.Default with { Powerdown = TimeSpan.Zero };

    /// <summary>Stops the VM of a record. Somebody who is attached to it does not keep it alive.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it still ran.</returns>
    /// <exception cref="HostException">The host cannot be asked.</exception>
    public static Task<bool> StopAsync(VmRecord record, CancellationToken cancellationToken = default) => StopAsync(record, TimeSpan.Zero, cancellationToken);

    /// <summary>Stops the VM of a record. Somebody who is attached to it does not keep it alive.</summary>
    /// <param name="record">The record.</param>
    /// <param name="powerdown">How long the guest may take to power itself off; zero does not ask it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it still ran.</returns>
    /// <exception cref="HostException">The host cannot be asked.</exception>
    public static async Task<bool> StopAsync(VmRecord record, TimeSpan powerdown, CancellationToken cancellationToken = default)
    {
        var vms = NamedVms.Open(record);
        await using (vms.ConfigureAwait(false))
        {
            try
            {
                var plan = powerdown > TimeSpan.Zero ? AtOnce with { Powerdown = powerdown } : AtOnce;
                return await vms.StopAsync(record, plan, cancellationToken).ConfigureAwait(false) is not null;
            }
            catch (HostException)
            {
                // Somebody is attached, or it ended in this moment. If the host itself is the trouble, it is again.
                await vms.KillAsync(record, cancellationToken).ConfigureAwait(false);
                return true;
            }
        }
    }
}

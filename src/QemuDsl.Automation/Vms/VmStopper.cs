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
                return await vms.StopAsync(record, Plan(powerdown), cancellationToken).ConfigureAwait(false) is not null;
            }
            catch (HostException)
            {
                // Somebody is attached, or it ended in this moment. If the host itself is the trouble, it is again.
                await vms.KillAsync(record, cancellationToken).ConfigureAwait(false);
                return true;
            }
        }
    }

    /// <summary>Stops a VM that was found on its host, whether it has a record or not.</summary>
    /// <param name="vms">The host.</param>
    /// <param name="vm">The VM.</param>
    /// <param name="powerdown">How long the guest may take to power itself off; zero does not ask it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">The host cannot be asked.</exception>
    public static async Task StopAsync(NamedVms vms, VmEntry vm, TimeSpan powerdown, CancellationToken cancellationToken = default)
    {
        try
        {
            var attached = await vms.Host.AttachAsync(vm.Directory, null, cancellationToken).ConfigureAwait(false);
            await using (attached.ConfigureAwait(false))
            {
                await attached.StopAsync(Plan(powerdown), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (HostException)
        {
            // As above.
            await vms.Host.KillAsync(vm.Pid, vm.ProcessStartTime, cancellationToken).ConfigureAwait(false);
        }
    }

    private static StopPlan Plan(TimeSpan powerdown) => powerdown > TimeSpan.Zero ? AtOnce with { Powerdown = powerdown } : AtOnce;
}

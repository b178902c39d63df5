using System.Text.Json.Nodes;

namespace QemuDsl.Runtime;

/// <summary>Takes a device away. QEMU asks the guest, and only the guest decides when it is gone.</summary>
internal sealed class Unplug(QmpClient qmp, TimeProvider time)
{
    /// <summary>Whether QEMU says that a bus or device takes part in no hot plug.</summary>
    public static bool IsAboutHotPlug(QmpException refused) =>
        refused.Description.Contains("not support hotplug", StringComparison.Ordinal)
        || refused.Description.Contains("hot-plug", StringComparison.OrdinalIgnoreCase)
        || refused.Description.Contains("hotplug", StringComparison.OrdinalIgnoreCase);

    /// <param name="id">The device.</param>
    /// <param name="known">Whether it was there: one that is gone went with a reset that completed an earlier request.</param>
    /// <param name="limit">How long the guest may take.</param>
    /// <param name="cancellationToken">Gives up; the guest may still give the device up.</param>
    public async Task RunAsync(string id, bool known, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var events = qmp.Subscribe();
        using var deadline = new CancellationTokenSource(limit, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            if (await RequestAsync(id, known, ending.Token).ConfigureAwait(false))
            {
                await AnswerAsync(events, id, ending.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HotPlugException(
                HotPlugFailure.NotAcknowledged,
                $"The guest did not acknowledge the removal of '{id}' within {limit.TotalSeconds:0.###} s, and QEMU still waits for it. "
                + "A guest without a driver for hot plug never does; ResetAsync completes the removal.");
        }
    }

    private async Task<bool> RequestAsync(string id, bool known, CancellationToken cancellationToken)
    {
        try
        {
            await qmp.ExecuteAsync("device_del", new JsonObject { ["id"] = id }.ToArguments(), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (QmpException refused) when (refused.ErrorClass == "DeviceNotFound" && known)
        {
            return false;
        }
        catch (QmpException refused) when (refused.Description.Contains("already in the process of unplug", StringComparison.Ordinal))
        {
            return true;
        }
        catch (QmpException refused)
        {
            var failure = IsAboutHotPlug(refused) ? HotPlugFailure.NotHotPluggable : HotPlugFailure.Refused;
            throw new HotPlugException(
                failure, $"QEMU did not take '{id}' away: {Evidence.Printable(refused.Description)}.", innerException: refused);
        }
    }

    private async Task AnswerAsync(QmpSubscription events, string id, CancellationToken cancellationToken)
    {
        await foreach (var raised in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            switch (raised.Name)
            {
                case "DEVICE_DELETED" when raised.Data.Text("device") == id:
                    return;
                case "DEVICE_UNPLUG_GUEST_ERROR" when raised.Data.Text("device") == id:
                    throw Refused(id, "it may be in use there");
                case "ACPI_DEVICE_OST" when AcpiEjection.Refusal(raised.Data, id) is { } why:
                    throw Refused(id, why);
            }
        }

        // The connection ended; a command says why.
        await qmp.ExecuteAsync("query-status", default, cancellationToken).ConfigureAwait(false);
    }

    private static HotPlugException Refused(string id, string why) =>
        new(HotPlugFailure.GuestRefused, $"The guest refused to give '{id}' up: {why}.");
}

using QemuDsl.Automation;
using QemuDsl.Runtime;

namespace QemuDsl.MSBuild.Session;

/// <summary>VMs that end with the owner of this program.</summary>
internal sealed class SessionVms
{
    private readonly List<(VmRecord Record, string? File)> _vms = [];

    /// <summary>Starts the VMs of a plan side by side: all of them or none.</summary>
    public static async Task<SessionVms> StartAsync(string plan, CancellationToken cancellationToken)
    {
        var session = new SessionVms();
        var orders = (await VmPlan.ReadAsync(plan, cancellationToken).ConfigureAwait(false)).Vms;
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starts = orders.Select(order => session.StartAsync(order, failing.Token)).ToList();
        try
        {
            await foreach (var start in Task.WhenEach(starts).ConfigureAwait(false))
            {
                await start.ConfigureAwait(false);
            }

            return session;
        }
        catch
        {
            await failing.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(starts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await session.StopAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes over VMs that were started before.</summary>
    public static async Task<SessionVms> ReadAsync(IEnumerable<string> records, CancellationToken cancellationToken)
    {
        var session = new SessionVms();
        foreach (var file in records)
        {
            if (await VmRecordFile.ReadAsync(file, cancellationToken).ConfigureAwait(false) is { } record)
            {
                session._vms.Add((record, file));
            }
        }

        return session;
    }

    /// <summary>Stops all of them side by side and removes their records; tells on stderr what could not be stopped.</summary>
    public Task StopAsync() => Task.WhenAll(_vms.Select(static vm => StopAsync(vm.Record, vm.File)));

    private async Task StartAsync(VmOrder order, CancellationToken cancellationToken)
    {
        var vms = NamedVms.Open(order.ReadHost());
        await using (vms.ConfigureAwait(false))
        {
            var options = order.ReadOptions();
            foreach (var file in options.RecordFiles)
            {
                await EndLastAsync(vms, file, cancellationToken).ConfigureAwait(false);
            }

            await vms.Host.SweepAsync(cancellationToken).ConfigureAwait(false);
            var described = await order.LoadAsync(cancellationToken).ConfigureAwait(false);
            var record = await vms.StartAsync(described, options, cancellationToken).ConfigureAwait(false);
            lock (_vms)
            {
                _vms.Add((record, options.RecordFiles is [var file, ..] ? file : null));
            }
        }
    }

    // Of a test run before this one that was killed together with its session.
    private static async Task EndLastAsync(NamedVms vms, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return;
        }

        try
        {
            if (await VmRecordFile.ReadAsync(file, cancellationToken).ConfigureAwait(false) is { } last && last.Host == vms.Address.ToString())
            {
                await vms.KillAsync(last, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (AutomationException)
        {
            // Of another version: its VM is found by its name, if it still runs.
        }

        File.Delete(file);
    }

    private static async Task StopAsync(VmRecord record, string? file)
    {
        try
        {
            await VmStopper.StopAsync(record, CancellationToken.None).ConfigureAwait(false);
        }
        catch (QemuException failure)
        {
            await Console.Error.WriteLineAsync(
                $"The VM '{record.Name}' could not be stopped and lives until {record.EndsAt:u}: {failure.Message}").ConfigureAwait(false);
            return;
        }

        if (file is not null)
        {
            File.Delete(file);
        }
    }
}

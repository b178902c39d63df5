namespace QemuDsl.MSBuild.Session;

/// <summary>VMs that end with the owner of this program.</summary>
internal sealed class SessionVms(SessionReport report)
{
    private readonly List<(VmRecord Record, IReadOnlyList<string> Files)> _vms = [];

    /// <summary>Starts VMs side by side: all of them or none. What went wrong is told.</summary>
    /// <returns>Whether they run.</returns>
    public async Task<bool> StartAsync(IReadOnlyList<VmOrder> orders, CancellationToken cancellationToken)
    {
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starts = orders.Select(order => StartAsync(order, failing.CancelAsync, failing.Token)).ToList();
        try
        {
            await Task.WhenAll(starts).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure)
        {
            await StopAsync().ConfigureAwait(false);
            if (IsOurs(failure) || failure is OperationCanceledException)
            {
                return false;
            }

            throw;
        }
    }

    /// <summary>Stops all of them side by side and removes their records; tells on stderr what could not be stopped.</summary>
    /// <returns>Whether all are gone.</returns>
    public async Task<bool> StopAsync() => (await Task.WhenAll(_vms.Select(static vm => StopAsync(vm.Record, vm.Files))).ConfigureAwait(false)).All(static gone => gone);

    private async Task StartAsync(VmOrder order, Func<Task> cancelOthers, CancellationToken cancellationToken)
    {
        try
        {
            var vms = NamedVms.Open(order.ReadHost());
            await using (vms.ConfigureAwait(false))
            {
                var options = order.ReadOptions() with { Progress = new SessionProgress(report, order) };
                await EndLastAsync(vms, options, cancellationToken).ConfigureAwait(false);
                var described = await order.LoadAsync(cancellationToken).ConfigureAwait(false);
                report.Described(order, described);
                var record = await vms.StartAsync(described, options, cancellationToken).ConfigureAwait(false);
                lock (_vms)
                {
                    _vms.Add((record, options.RecordFiles));
                }
            }
        }
        catch (Exception failure) when (IsOurs(failure))
        {
            report.Error(order, failure);
            await cancelOthers().ConfigureAwait(false);
            throw;
        }
    }

    // Of a test run before this one that was killed together with its session, or of a target. No session has it: this one holds the lock.
    private static async Task EndLastAsync(NamedVms vms, NamedVmOptions options, CancellationToken cancellationToken)
    {
        await vms.Host.SweepAsync(cancellationToken).ConfigureAwait(false);
        if (await vms.FindAsync(options.Name, cancellationToken).ConfigureAwait(false) is { } last)
        {
            await vms.Host.KillAsync(last.Pid, last.ProcessStartTime, cancellationToken).ConfigureAwait(false);
        }

        Delete(options.RecordFiles);
    }

    private static async Task<bool> StopAsync(VmRecord record, IReadOnlyList<string> files)
    {
        try
        {
            await VmStopper.StopAsync(record, CancellationToken.None).ConfigureAwait(false);
            Delete(files);
            return true;
        }
        catch (Exception failure) when (IsOurs(failure))
        {
            await Console.Error.WriteLineAsync(
                $"QemuDsl: the VM '{record.Name}' could not be stopped and lives until {record.EndsAt:u}: {failure.Message}").ConfigureAwait(false);
            return false;
        }
    }

    private static void Delete(IEnumerable<string> files)
    {
        foreach (var file in files.Where(File.Exists))
        {
            File.Delete(file);
        }
    }

    private static bool IsOurs(Exception failure) => failure is QemuException or IOException or UnauthorizedAccessException;
}

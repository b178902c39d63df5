using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Starts VMs side by side, waits until they are ready and leaves them to themselves: all of them or none.</summary>
public sealed class StartVm : ItemsTask
{
    private readonly List<(ITaskItem Item, VmRecord Record)> _started = [];

    /// <summary>Whether a VM that still runs from an earlier build of this project is ended first, and not an error.</summary>
    public bool Restart { get; set; }

    /// <summary>The records of the VMs, with the metadata <c>Vm</c>, <c>Pid</c>, <c>RunDirectory</c>, and <c>Tcp5432</c> for the port of the host that leads to 5432.</summary>
    [Output]
    public ITaskItem[] Records { get; private set; } = [];

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var items = Items();
        FailStrays(items);
        var orders = Vms.Select(item => (Item: item, Order: Order(items, item))).ToList();
        if (Log.HasLoggedErrors)
        {
            return;
        }

        using var failing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starts = orders.Select(one => StartAsync(items, one.Item, one.Order!, failing.CancelAsync, failing.Token)).ToList();
        await Task.WhenAll(starts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_started.Count == Vms.Length)
        {
            Records = [.. _started.Select(started => Output(started.Item, started.Record))];
            return;
        }

        await Task.WhenAll(_started.Select(started => StopAsync(started.Item, started.Record))).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (!Log.HasLoggedErrors)
        {
            // Nothing that a build can do about: MSBuild shows where.
            await Task.WhenAll(starts).ConfigureAwait(false);
        }
    }

    // One that cannot be stopped does not keep the others alive.
    private async Task StopAsync(ITaskItem item, VmRecord record)
    {
        try
        {
            await VmStopper.StopAsync(record, CancellationToken.None).ConfigureAwait(false);
            FilesOf(item).ToList().ForEach(File.Delete);
        }
        catch (Exception failure) when (failure is QemuException or IOException or UnauthorizedAccessException)
        {
            Fail(TaskCode.Of(failure), $"VM '{item.ItemSpec}': could not be stopped and lives until {record.EndsAt:u}: {failure.Message}");
        }
    }

    private async Task StartAsync(VmItems items, ITaskItem item, VmOrder order, Func<Task> cancelOthers, CancellationToken cancellationToken)
    {
        try
        {
            var vms = NamedVms.Open(order.ReadHost());
            await using (vms.ConfigureAwait(false))
            {
                var options = order.ReadOptions() with { Progress = new BuildProgress(Log, item.ItemSpec) };
                var described = await order.LoadAsync(cancellationToken).ConfigureAwait(false);
                Tell(items, item, order, described);
                await MakeRoomAsync(vms, options, cancellationToken).ConfigureAwait(false);
                var record = await vms.StartAsync(described, options, cancellationToken).ConfigureAwait(false);
                lock (_started)
                {
                    _started.Add((item, record));
                }
            }
        }
        catch (Exception failure) when (failure is QemuException or IOException or UnauthorizedAccessException)
        {
            Fail(failure, items.Placed(order, item));
            await cancelOthers().ConfigureAwait(false);
            throw;
        }
    }

    private void Tell(VmItems items, ITaskItem item, VmOrder order, DescribedVm described)
    {
        if (described.Messages.Length > 0)
        {
            Log.LogMessage(MessageImportance.High, "{0}: {1}", item.ItemSpec, described.Messages);
        }

        foreach (var warning in OrderFindings.Warnings(described).Select(finding => OrderFindings.Line(items.Placed(order, item), finding)))
        {
            Warn(warning);
        }
    }

    // A build that was killed leaves a VM whose supervisor is gone, or, between two steps, one that lives on.
    private async Task MakeRoomAsync(NamedVms vms, NamedVmOptions options, CancellationToken cancellationToken)
    {
        foreach (var swept in await vms.Host.SweepAsync(cancellationToken).ConfigureAwait(false))
        {
            Log.LogMessage(MessageImportance.Normal, "Removed what was left of '{0}' in {1}.", swept.Name ?? "?", swept.Directory);
        }

        if (Restart && await vms.FindAsync(options.Name, cancellationToken).ConfigureAwait(false) is { } last)
        {
            await vms.Host.KillAsync(last.Pid, last.ProcessStartTime, cancellationToken).ConfigureAwait(false);
        }
    }

    private TaskItem Output(ITaskItem item, VmRecord record)
    {
        var output = new TaskItem(VmFiles.Record(RecordDirectory, item.ItemSpec));
        output.SetMetadata("Vm", item.ItemSpec);
        output.SetMetadata("Pid", record.Pid.ToString(CultureInfo.InvariantCulture));
        output.SetMetadata("RunDirectory", record.RunDirectory);
        foreach (var forward in record.Forwards.Where(static forward => forward.Protocol == VmRecordForward.Tcp))
        {
            output.SetMetadata(
                string.Create(CultureInfo.InvariantCulture, $"Tcp{forward.GuestPort}"), forward.HostPort.ToString(CultureInfo.InvariantCulture));
        }

        return output;
    }
}

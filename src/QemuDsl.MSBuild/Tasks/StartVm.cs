using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Starts VMs side by side, waits until they are ready and leaves them to themselves: all of them or none.</summary>
public sealed class StartVm : QemuTask
{
    private readonly List<(ITaskItem Item, VmRecord Record)> _started = [];

    /// <summary>The VMs.</summary>
    [Required]
    public ITaskItem[] Vms { get; set; } = [];

    /// <summary>Devices of VMs, each with the metadata <c>Vm</c>.</summary>
    public ITaskItem[] Devices { get; set; } = [];

    /// <summary>Where the records go; <c>$(QemuVmDirectory)</c>.</summary>
    [Required]
    public string RecordDirectory { get; set; } = "";

    /// <summary>Where a second copy of the records goes, such as beside the test assembly.</summary>
    public string? CopyDirectory { get; set; }

    /// <summary>What tells these VMs from those of other projects and target frameworks.</summary>
    [Required]
    public string Scope { get; set; } = "";

    /// <summary>The assembly of profiles whose items name none.</summary>
    public string? DefaultAssembly { get; set; }

    /// <summary>Whether a VM that still runs from an earlier build of this project is ended first, and not an error.</summary>
    public bool Restart { get; set; }

    /// <summary>The records of the VMs, with the metadata <c>Vm</c>, <c>Pid</c>, <c>RunDirectory</c>, and <c>Tcp5432</c> for the port of the host that leads to 5432.</summary>
    [Output]
    public ITaskItem[] Records { get; private set; } = [];

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var items = new VmItems(Scope, Devices, DefaultAssembly);
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starts = Vms.Select(item => StartAsync(items, item, failing.CancelAsync, failing.Token)).ToList();
        await Task.WhenAll(starts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_started.Count == Vms.Length)
        {
            Records = [.. _started.Select(started => Output(started.Item, started.Record))];
            return;
        }

        foreach (var (item, record) in _started)
        {
            await VmStopper.StopAsync(record, CancellationToken.None).ConfigureAwait(false);
            FilesOf(item).ToList().ForEach(File.Delete);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (!Log.HasLoggedErrors)
        {
            // Nothing that a build can do about: MSBuild shows where.
            await Task.WhenAll(starts).ConfigureAwait(false);
        }
    }

    private async Task StartAsync(VmItems items, ITaskItem item, Func<Task> cancelOthers, CancellationToken cancellationToken)
    {
        try
        {
            var request = items.Order(item, FilesOf(item));
            var vms = NamedVms.Open(request.ReadHost());
            await using (vms.ConfigureAwait(false))
            {
                var options = request.ReadOptions() with { Progress = new BuildProgress(Log, item.ItemSpec) };
                var described = await request.LoadAsync(cancellationToken).ConfigureAwait(false);
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
            Fail(failure, item);
            await cancelOthers().ConfigureAwait(false);
            throw;
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

    private string[] FilesOf(ITaskItem item) => CopyDirectory is { Length: > 0 } copies
        ? [VmFiles.Record(RecordDirectory, item.ItemSpec), VmFiles.Record(copies, item.ItemSpec)]
        : [VmFiles.Record(RecordDirectory, item.ItemSpec)];

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

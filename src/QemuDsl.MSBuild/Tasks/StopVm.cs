using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Stops VMs side by side and removes their records. One that is gone is no error.</summary>
public sealed class StopVm : QemuTask
{
    /// <summary>The names of the VMs; all there are when empty.</summary>
    public ITaskItem[] Vms { get; set; } = [];

    /// <summary>Where the records are.</summary>
    [Required]
    public string RecordDirectory { get; set; } = "";

    /// <summary>Where the second copy of the records is.</summary>
    public string? CopyDirectory { get; set; }

    /// <summary>What tells these VMs from others; VMs whose records are lost are found by it. Nobody looks for them when it is left out.</summary>
    public string? Scope { get; set; }

    /// <summary>The hosts that VMs without a record are looked for on, beside this machine.</summary>
    public string[] Hosts { get; set; } = [];

    /// <summary>How long a guest may take to power itself off, such as <c>10s</c>; without it nobody asks the guest.</summary>
    public string? Powerdown { get; set; }

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var powerdown = string.IsNullOrEmpty(Powerdown) ? TimeSpan.Zero : Read(nameof(Powerdown), Powerdown, DurationText.Parse);
        var hosts = Hosts.Select(static host => Read(nameof(Hosts), host, HostAddress.Parse)).Append(HostAddress.Local).DistinctBy(static host => host.ToString()).ToList();
        await Task.WhenAll(Names().Select(name => GuardedAsync($"VM '{name}': ", StopAsync(name, powerdown, cancellationToken)))).ConfigureAwait(false);

        // A host that could not be asked just now is not asked again.
        if (!string.IsNullOrEmpty(Scope) && !Log.HasLoggedErrors)
        {
            await Task.WhenAll(hosts.Select(host => GuardedAsync("", StopForgottenAsync(host, powerdown, cancellationToken)))).ConfigureAwait(false);
        }
    }

    private IEnumerable<string> Names() => Vms.Length > 0 ? Vms.Select(static item => item.ItemSpec)
        : !Directory.Exists(RecordDirectory) ? []
        : Directory.EnumerateFiles(RecordDirectory, "*.json").Select(static file => Path.GetFileNameWithoutExtension(file)!);

    // One that cannot be stopped does not keep the others alive.
    private async Task GuardedAsync(string about, Task stopping)
    {
        try
        {
            await stopping.ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is QemuException or IOException or UnauthorizedAccessException)
        {
            Fail(TaskCode.Of(failure), about + failure.Message);
        }
    }

    private async Task StopAsync(string name, TimeSpan powerdown, CancellationToken cancellationToken)
    {
        var file = VmFiles.Record(RecordDirectory, name);
        if (await VmRecordFile.ReadAsync(file, cancellationToken).ConfigureAwait(false) is not { } record)
        {
            Log.LogMessage(MessageImportance.Normal, "{0}: has no record.", name);
            return;
        }

        var ran = await VmStopper.StopAsync(record, powerdown, cancellationToken).ConfigureAwait(false);
        Log.LogMessage(MessageImportance.High, ran ? "{0}: stopped" : "{0}: was gone", name);
        DeleteRecords(name);
    }

    // Whose record is gone, as after a clean of the project's folders.
    private async Task StopForgottenAsync(HostAddress address, TimeSpan powerdown, CancellationToken cancellationToken)
    {
        var vms = NamedVms.Open(address);
        await using (vms.ConfigureAwait(false))
        {
            foreach (var vm in await vms.Host.ListAsync(cancellationToken).ConfigureAwait(false))
            {
                if (vm is { IsRunning: true, Name: { } full } && NameIn(full) is { } name)
                {
                    await VmStopper.StopAsync(vms, vm, powerdown, cancellationToken).ConfigureAwait(false);
                    Log.LogMessage(MessageImportance.High, "{0}: stopped; it had no record", name);
                    DeleteRecords(name);
                }
            }
        }
    }

    private string? NameIn(string full)
    {
        var suffix = VmNames.Suffix(Scope!);
        var name = full.EndsWith(suffix, StringComparison.Ordinal) ? full[..^suffix.Length] : null;
        return Vms.Length == 0 || Vms.Any(vm => vm.ItemSpec == name) ? name : null;
    }

    private void DeleteRecords(string name)
    {
        foreach (var directory in ((string?[])[RecordDirectory, CopyDirectory]).Where(Directory.Exists))
        {
            File.Delete(VmFiles.Record(directory!, name));
        }
    }
}

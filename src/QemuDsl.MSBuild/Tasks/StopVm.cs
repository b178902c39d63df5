using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Stops VMs side by side and removes their records. One that is gone is no error.</summary>
public sealed class StopVm : QemuTask
{
    /// <summary>The names of the VMs; all that have a record when empty.</summary>
    public ITaskItem[] Vms { get; set; } = [];

    /// <summary>Where the records are.</summary>
    [Required]
    public string RecordDirectory { get; set; } = "";

    /// <summary>Where the second copy of the records is.</summary>
    public string? CopyDirectory { get; set; }

    /// <summary>How long a guest may take to power itself off, such as <c>10s</c>; without it nobody asks the guest.</summary>
    public string? Powerdown { get; set; }

    private protected override Task RunAsync(CancellationToken cancellationToken)
    {
        var powerdown = string.IsNullOrEmpty(Powerdown) ? TimeSpan.Zero : Read(nameof(Powerdown), Powerdown, DurationText.Parse);
        return Task.WhenAll(Names().Select(name => StopAsync(name, powerdown, cancellationToken)));
    }

    private IEnumerable<string> Names() => Vms.Length > 0 ? Vms.Select(static item => item.ItemSpec)
        : !Directory.Exists(RecordDirectory) ? []
        : Directory.EnumerateFiles(RecordDirectory, "*.json").Select(static file => Path.GetFileNameWithoutExtension(file)!);

    private async Task StopAsync(string name, TimeSpan powerdown, CancellationToken cancellationToken)
    {
        var file = VmFiles.Record(RecordDirectory, name);
        if (await VmRecordFile.ReadAsync(file, cancellationToken).ConfigureAwait(false) is not { } record)
        {
            Log.LogMessage(MessageImportance.Normal, "{0}: has no record, so it does not run.", name);
            return;
        }

        var ran = await VmStopper.StopAsync(record, powerdown, cancellationToken).ConfigureAwait(false);
        Log.LogMessage(MessageImportance.High, ran ? "{0}: stopped" : "{0}: was gone", name);
        File.Delete(file);
        if (CopyDirectory is { Length: > 0 } copies && Directory.Exists(copies))
        {
            File.Delete(VmFiles.Record(copies, name));
        }
    }
}

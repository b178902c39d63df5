using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Collects the evidence of a VM that runs: console, QMP, command line, screenshot, summary.</summary>
public sealed class CollectVmArtifacts : RecordTask
{
    /// <summary>The folder of this machine they go into; it is made.</summary>
    [Required]
    public string Folder { get; set; } = "";

    private protected override async Task RunAsync(VirtualMachine vm, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(Folder);
        await vm.CollectArtifactsAsync(folder, cancellationToken).ConfigureAwait(false);
        Log.LogMessage(MessageImportance.High, "Artifacts of the VM -> {0}", folder);
    }
}

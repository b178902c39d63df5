using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Copies files of this machine into a guest, through its agent.</summary>
public sealed class CopyToVm : RecordTask
{
    /// <summary>The files.</summary>
    [Required]
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>The folder of the guest they go into; it must be there.</summary>
    [Required]
    public string Folder { get; set; } = "";

    private protected override async Task RunAsync(VirtualMachine vm, CancellationToken cancellationToken)
    {
        var agent = AgentOf(vm);
        foreach (var source in Sources)
        {
            var target = $"{Folder.TrimEnd('/')}/{Path.GetFileName(source.ItemSpec)}";
            var content = File.OpenRead(Path.GetFullPath(source.ItemSpec));
            await using (content.ConfigureAwait(false))
            {
                await agent.WriteFileAsync(target, content, cancellationToken).ConfigureAwait(false);
            }

            Log.LogMessage(MessageImportance.Normal, "{0} -> {1} in the guest", source.ItemSpec, target);
        }
    }
}

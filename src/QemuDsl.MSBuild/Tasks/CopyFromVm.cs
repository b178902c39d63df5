using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Copies files of a guest to this machine, through its agent.</summary>
public sealed class CopyFromVm : RecordTask
{
    // A guest is not trusted: a file without end must not fill the disk of the build.
    private const long Limit = 1024L * 1024 * 1024;

    /// <summary>The files, by their paths in the guest.</summary>
    [Required]
    public string[] Sources { get; set; } = [];

    /// <summary>The folder of this machine they go into; it is made.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The files here.</summary>
    [Output]
    public ITaskItem[] Copied { get; private set; } = [];

    private protected override async Task RunAsync(VirtualMachine vm, CancellationToken cancellationToken)
    {
        var agent = AgentOf(vm);
        Directory.CreateDirectory(Folder);
        var copied = new List<ITaskItem>();
        foreach (var source in Sources)
        {
            var target = Path.GetFullPath(Path.Combine(Folder, Path.GetFileName(source)));
            await CopyAsync(agent, source, target, cancellationToken).ConfigureAwait(false);
            copied.Add(new TaskItem(target));
            Log.LogMessage(MessageImportance.Normal, "{0} in the guest -> {1}", source, target);
        }

        Copied = [.. copied];
    }

    // Whole or not at all: half a file would look like a result.
    private static async Task CopyAsync(GuestAgentClient agent, string source, string target, CancellationToken cancellationToken)
    {
        var part = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            var content = File.Create(part);
            await using (content.ConfigureAwait(false))
            {
                await agent.ReadFileAsync(source, content, Limit, cancellationToken).ConfigureAwait(false);
            }

            File.Move(part, target, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}

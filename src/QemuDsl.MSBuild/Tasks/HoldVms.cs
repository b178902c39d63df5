using System.Diagnostics;
using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>
/// Ties VMs that run to this build: they are stopped when it ends, also when it fails or is killed. It must run in the build itself and not in a task
/// host, which ends before the build does.
/// </summary>
public sealed class HoldVms : QemuTask
{
    /// <summary>The records of the VMs.</summary>
    [Required]
    public ITaskItem[] Records { get; set; } = [];

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Records.Length == 0)
        {
            return;
        }

        var session = Path.Combine(Path.GetDirectoryName(typeof(HoldVms).Assembly.Location)!, "QemuDsl.MSBuild.Session.dll");
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } running ? running : "dotnet";
        var start = new ProcessStartInfo(dotnet, ["exec", session, "hold", .. Records.Select(static record => record.ItemSpec)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        ((IBuildEngine4)BuildEngine).RegisterTaskObject(
            Guid.NewGuid(), new HeldVms(process), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        if (await process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) != "ready")
        {
            Fail(TaskCode.NotRunning, "The program that holds the VMs for the time of the build ended at once; its own words are above.");
        }
    }
}

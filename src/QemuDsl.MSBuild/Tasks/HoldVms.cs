using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>
/// Starts the VMs of a plan and ties them to this build: they are stopped when it ends, also when it is cancelled, fails or is killed. It must run in the
/// build itself and not in a task host, which ends before the build does.
/// </summary>
public sealed class HoldVms : QemuTask
{
    /// <summary>The plan, as <see cref="WriteVmPlan"/> writes it.</summary>
    [Required]
    public string Plan { get; set; } = "";

    /// <summary>What runs the program that holds the VMs.</summary>
    internal string DotNet { get; init; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } running ? running : "dotnet";

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Start() is not { } process)
        {
            return;
        }

        // From here on the VMs end with this build, however it ends: the program that starts them lives as long as its input is open.
        var held = new HeldVms(process);
        ((IBuildEngine4)BuildEngine).RegisterTaskObject(Guid.NewGuid(), held, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        try
        {
            if (!await IsReadyAsync(process, cancellationToken).ConfigureAwait(false) && !Log.HasLoggedErrors)
            {
                await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
                var said = await held.ErrorsAsync(cancellationToken).ConfigureAwait(false);
                Fail(TaskCode.HostNotReady, string.Create(CultureInfo.InvariantCulture, $"The program that holds the VMs ended with code {process.ExitCode}. {said}"));
            }
        }
        catch (OperationCanceledException)
        {
            held.Dispose();
            throw;
        }
    }

    private Process? Start()
    {
        var session = Path.Combine(Path.GetDirectoryName(typeof(HoldVms).Assembly.Location)!, "QemuDsl.MSBuild.Session.dll");
        var start = new ProcessStartInfo(DotNet, ["exec", session, "build", Path.GetFullPath(Plan)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception missing)
        {
            Fail(TaskCode.HostNotReady, $"The program that holds the VMs needs '{DotNet}', and it could not be started: {missing.Message}. Install the .NET runtime, and have it on PATH.");
            return null;
        }
    }

    private async Task<bool> IsReadyAsync(Process session, CancellationToken cancellationToken)
    {
        while (await session.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } json)
        {
            switch (SessionLine.Parse(json))
            {
                case { Kind: SessionLineKind.Ready }:
                    return true;
                case { Kind: SessionLineKind.Error } error:
                    Fail(error);
                    break;
                case { Kind: SessionLineKind.Warning } warning:
                    Warn(warning);
                    break;
                case { } line:
                    Log.LogMessage(line.Kind == SessionLineKind.Step ? MessageImportance.Normal : MessageImportance.High, "{0}", line.Text);
                    break;
            }
        }

        return false;
    }
}

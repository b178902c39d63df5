using Microsoft.Build.Framework;
using Task = System.Threading.Tasks.Task;

namespace QemuDsl.MSBuild;

/// <summary>Checks that a host can run VMs: it is reached, has a place for run directories, and its QEMU answers.</summary>
public sealed class CheckQemuHost : QemuTask
{
    /// <summary>The host; this machine when left out.</summary>
    public string? Host { get; set; }

    /// <summary>The program; <c>qemu-system-x86_64</c> when left out.</summary>
    public string Program { get; set; } = "qemu-system-x86_64";

    /// <summary>Whether a host where KVM does not work is an error. Without it nobody looks.</summary>
    public bool RequireKvm { get; set; }

    /// <summary>QEMU's version.</summary>
    [Output]
    public string QemuVersion { get; private set; } = "";

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var address = string.IsNullOrEmpty(Host) ? HostAddress.Local : Read(nameof(Host), Host, HostAddress.Parse);
        var vms = NamedVms.Open(address);
        await using (vms.ConfigureAwait(false))
        {
            var root = await vms.Host.FindRunRootAsync(cancellationToken).ConfigureAwait(false);
            if (await vms.Host.FindProgramAsync(Program, cancellationToken).ConfigureAwait(false) is not { } program)
            {
                Fail(TaskCode.HostNotReady, $"{address} has no {Program}. Install it (Debian: apt-get install qemu-system-x86), or name its path.");
                return;
            }

            var capabilities = await vms.Host.GetCapabilitiesAsync(program, cancellationToken: cancellationToken).ConfigureAwait(false);
            QemuVersion = capabilities.Version.ToString();
            Log.LogMessage(MessageImportance.High, "{0}: QEMU {1} in {2}, run directories in {3}", address, QemuVersion, program, root);
            if (RequireKvm && await vms.Host.ChooseAcceleratorAsync(program, cancellationToken: cancellationToken).ConfigureAwait(false) is { IsKvm: false } decision)
            {
                Fail(TaskCode.HostNotReady, $"{address} cannot run guests under KVM: {decision.Reason}");
            }
        }
    }
}

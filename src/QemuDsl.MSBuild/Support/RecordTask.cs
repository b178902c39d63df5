using Microsoft.Build.Framework;

namespace QemuDsl.MSBuild;

/// <summary>A task that does something with one VM that runs.</summary>
public abstract class RecordTask : QemuTask
{
    /// <summary>The VM's record, such as <c>$(QemuVmDirectory)db.json</c>.</summary>
    [Required]
    public string Record { get; set; } = "";

    /// <summary>Attaches to the VM and does it.</summary>
    private protected sealed override async Task RunAsync(CancellationToken cancellationToken)
    {
        var record = await VmFiles.ReadAsync(Record, cancellationToken).ConfigureAwait(false);
        var vms = NamedVms.Open(record);
        await using (vms.ConfigureAwait(false))
        {
            var vm = await vms.AttachAsync(record, cancellationToken: cancellationToken).ConfigureAwait(false);
            await using (vm.ConfigureAwait(false))
            {
                await RunAsync(vm, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Does it.</summary>
    private protected abstract Task RunAsync(VirtualMachine vm, CancellationToken cancellationToken);

    /// <summary>The VM's guest agent.</summary>
    private protected static GuestAgentClient AgentOf(VirtualMachine vm) => vm.HasAgent
        ? vm.Agent
        : throw new AutomationException(
            AutomationFailure.Text, "The VM was started without a port for the guest agent. Set GuestAgent=\"VirtioSerial\" on its item, and run qemu-ga in the guest.");
}

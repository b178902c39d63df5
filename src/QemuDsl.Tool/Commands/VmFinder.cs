using QemuDsl.Automation;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Commands;

/// <summary>Finds the VM that somebody means.</summary>
internal static class VmFinder
{
    /// <summary>The VM of that name or run directory that runs.</summary>
    /// <exception cref="ToolException">There is none; the message names those there are.</exception>
    public static async Task<VmEntry> FindAsync(NamedVms vms, string nameOrDirectory, CancellationToken cancellationToken)
    {
        var running = (await vms.Host.ListAsync(cancellationToken).ConfigureAwait(false)).Where(static vm => vm.IsRunning).ToList();
        var directory = nameOrDirectory.TrimEnd('/');
        return running.Find(vm => vm.Name == nameOrDirectory || vm.Directory == directory)
            ?? throw new ToolException($"No VM called '{Printable.Text(nameOrDirectory)}' runs on {vms.Address}. {Others(running)}");
    }

    /// <summary>Attaches to the VM of that name or run directory.</summary>
    /// <exception cref="HostException">It is still its owner's, or somebody else is attached to it.</exception>
    public static async Task<VirtualMachine> AttachAsync(NamedVms vms, string nameOrDirectory, CancellationToken cancellationToken)
    {
        var vm = await FindAsync(vms, nameOrDirectory, cancellationToken).ConfigureAwait(false);
        return await vms.Host.AttachAsync(vm.Directory, null, cancellationToken).ConfigureAwait(false);
    }

    private static string Others(List<VmEntry> running) => running.Count == 0
        ? "Nothing runs there; 'qemu-dsl up' starts one."
        : $"There are: {string.Join(", ", running.Select(static vm => Printable.Text(vm.Name ?? vm.Directory)))}.";
}

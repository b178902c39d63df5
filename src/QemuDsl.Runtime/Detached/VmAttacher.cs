using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>Finds a VM that was left to itself and takes up its channels.</summary>
internal sealed class VmAttacher(IVmHost host, VmOptions options)
{
    private readonly ILogger _logger = host.LoggerFactory.CreateLogger("QemuDsl.Runtime");

    public async Task<VirtualMachine> AttachAsync(string nameOrDirectory, CancellationToken cancellationToken)
    {
        var entry = Choose(await host.ListAsync(cancellationToken).ConfigureAwait(false), nameOrDirectory);
        var files = new RunFiles(entry.Directory);
        var supervision = await AttachedSupervision.OpenAsync(host, files, entry, cancellationToken).ConfigureAwait(false);
        var console = entry.HasSerial
            ? new ConsolePlan(ConsoleChoice.Added)
            : new ConsolePlan(ConsoleChoice.Elsewhere, "The VM was started with its first serial port elsewhere");
        var command = new RawCommand(entry.Program, entry.Arguments);
        var vm = new VirtualMachine(host, command, options with { GuestAgent = entry.GuestAgent }, files, console, supervision, _logger);
        try
        {
            await vm.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return vm;
        }
        catch (QemuStartException failure)
        {
            await vm.DisposeAsync().ConfigureAwait(false);
            throw Refused($"{Shown(entry)} cannot be attached to. Somebody else may be: one program at a time can. {failure.Message}");
        }
        catch
        {
            await vm.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private VmEntry Choose(IReadOnlyList<VmEntry> all, string wanted)
    {
        var found = all.Where(vm => vm.Directory == wanted || vm.Name == wanted).ToList();
        return found switch
        {
            [] => throw Refused($"there is no VM '{Evidence.Printable(wanted)}'. There are: {List(all)}"),
            [{ IsRunning: false } vm] => throw Refused($"{Shown(vm)} does not run any more."),
            [{ IsDetached: false } vm] => throw Refused(
                $"{Shown(vm)} is still its owner's and ends with it. The owner can call DetachAsync; its control socket is in {vm.Directory}."),
            [{ IsProcessStopped: true } vm] => throw Refused(
                $"{Shown(vm)} cannot be attached to: QEMU's process {vm.Pid} is stopped (SIGSTOP) and answers nobody. "
                + $"There, 'kill -CONT {vm.Pid}' lets it go on, and 'kill -KILL {vm.Pid}' ends the VM."),
            [var vm] => vm,
            _ => throw Refused($"{found.Count} VMs are called '{Evidence.Printable(wanted)}'. Name one by its directory: {List(found)}"),
        };
    }

    private HostException Refused(string message) => new(host.Name, message);

    private static string List(IReadOnlyList<VmEntry> all) => all.Count == 0 ? "none." : string.Join(", ", all.Select(Shown));

    private static string Shown(VmEntry vm) => vm.Name is { } name ? $"'{Evidence.Printable(name)}' ({vm.Directory})" : vm.Directory;
}

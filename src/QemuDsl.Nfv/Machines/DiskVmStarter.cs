using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Starts one VM with a disk.</summary>
internal sealed class DiskVmStarter(IVmHost host, DiskVm vm, VmOptions options)
{
    public const int SshPort = 22;

    public async Task<RunningDiskVm> StartAsync(CancellationToken cancellationToken)
    {
        var machine = await HostMachine.ChooseAsync(host, vm.Machine, cancellationToken).ConfigureAwait(false);
        var described = new DiskVmCommand(vm, null).Build(machine);
        var version = await HostMachine.VersionAsync(host, described, vm.Interfaces, cancellationToken).ConfigureAwait(false);
        var interfaces = await MsixLimit.AvoidAsync(host, described.Program, vm.Interfaces, cancellationToken).ConfigureAwait(false);
        var command = new DiskVmCommand(vm with { Interfaces = interfaces }, version).Build(machine);
        var sockets = ListeningSockets.Of(vm.Interfaces);
        VirtualMachine? started = null;
        try
        {
            started = await host.StartAsync(command, OptionsOfStart(), cancellationToken).ConfigureAwait(false);
            return await DescribeAsync(started, command.GetInterfaces(), sockets, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            if (started is not null)
            {
                await started.DisposeAsync().ConfigureAwait(false);
            }

            await ListeningSockets.RemoveAsync(host, sockets).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<RunningDiskVm> DescribeAsync(
        VirtualMachine started, IReadOnlyList<VnfNic> nics, IReadOnlyList<string> sockets, CancellationToken cancellationToken)
    {
        // Only an agent that has answered is asked: one that is waited for otherwise may not be there yet.
        var isThere = vm.Agent is not null && options.ReadyWhen is null;
        return new RunningDiskVm(host, vm, started, sockets)
        {
            Interfaces = isThere ? await started.NameAsync(nics, cancellationToken).ConfigureAwait(false) : nics,
            Ssh = vm.HasSsh
                ? (await started.GetForwardsAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(static forward => forward.GuestPort == SshPort)?.EndPoint
                : null,
        };
    }

    private VmOptions OptionsOfStart() => options with
    {
        Accelerator = Accelerator.Auto,
        Name = options.Name ?? vm.Name ?? vm.Id.Name,
        GuestAgent = vm.Agent,
        ReadyWhen = options.ReadyWhen ?? (vm.Agent is null || options.StartPaused ? null : Boot.UntilAgentAnswers()),
    };
}

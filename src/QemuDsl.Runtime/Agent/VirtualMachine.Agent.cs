namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    private readonly GuestAgentClient? _agent;

    /// <summary>Whether it has a port for the guest agent; not whether one answers.</summary>
    public bool HasAgent => _agent is not null;

    /// <summary>The guest agent.</summary>
    /// <exception cref="InvalidOperationException">The VM was started without <see cref="VmOptions.GuestAgent"/>.</exception>
    public GuestAgentClient Agent =>
        _agent ?? throw new InvalidOperationException("The VM has no port for the guest agent. Set VmOptions.GuestAgent.");

    /// <summary>The VM's NICs, with the names and addresses the guest gives them where <see cref="Agent"/> can tell.</summary>
    /// <exception cref="GuestAgentException">There is a port for the agent, and it does not answer.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async Task<IReadOnlyList<VmNic>> GetNicsAsync(CancellationToken cancellationToken = default)
    {
        var nics = await new NicFinder(Qmp).FindAsync(cancellationToken).ConfigureAwait(false);
        if (_agent is null)
        {
            return nics;
        }

        var interfaces = await _agent.GetInterfacesAsync(cancellationToken).ConfigureAwait(false);
        return [.. nics.Select(nic => nic with { Guest = interfaces.FirstOrDefault(item => item.Mac is { } mac && mac.Equals(nic.Mac)) })];
    }
}

namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    private readonly VmNetwork _network;

    /// <summary>
    /// The ports of the host that lead into the guest. Where the command says port 0 the host chose a free one, and no other program can
    /// have taken it in between: this tells which.
    /// </summary>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task<IReadOnlyList<VmForward>> GetForwardsAsync(CancellationToken cancellationToken = default) => _network.ForwardsAsync(cancellationToken);

    /// <summary>
    /// Connects to a TCP port of the guest, from the host: through the forward there is, or straight to an address. Through a forward QEMU
    /// itself accepts; a guest that does not closes the stream (<see cref="Boot.UntilTcpPort"/> waits until it does).
    /// </summary>
    /// <param name="guestPort">The port.</param>
    /// <param name="address">The guest's address, where the host can reach it; null for the forward.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">Nobody listens there, or the VM has no forward to that port.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async Task<Stream> ConnectAsync(int guestPort, string? address = null, CancellationToken cancellationToken = default)
    {
        if (address is not null)
        {
            return await _network.ConnectAsync(address, guestPort, cancellationToken).ConfigureAwait(false);
        }

        var forward = await _network.ForwardAsync(guestPort, cancellationToken).ConfigureAwait(false)
            ?? throw new HostException(_host.Name, NetworkWait.NoForward(guestPort, await GetForwardsAsync(cancellationToken).ConfigureAwait(false)));
        return await _network.ConnectAsync(forward, cancellationToken).ConfigureAwait(false);
    }
}

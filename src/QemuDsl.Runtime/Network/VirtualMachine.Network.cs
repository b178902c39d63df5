using System.Net;

namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    private VmNetwork Network => new(_host, Qmp);

    /// <summary>The forwards of all user-mode networks (<c>hostfwd</c>) with the ports they have got, in QEMU's order.</summary>
    /// <remarks>A forward whose host port is 0 gets one from the host's kernel when QEMU starts, so that no other program can take it.</remarks>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public Task<IReadOnlyList<VmForward>> GetForwardsAsync(CancellationToken cancellationToken = default) =>
        Network.ForwardsAsync(cancellationToken);

    /// <summary>Opens a connection to a TCP port of the guest, from the host the VM runs on.</summary>
    /// <remarks>
    /// QEMU takes a connection to a forward before it asks the guest: where nobody listens it is closed at once afterwards. Wait with
    /// <see cref="Boot.UntilTcpPort"/> first.
    /// </remarks>
    /// <param name="guestPort">The port of the guest.</param>
    /// <param name="address">An address of the guest that the host reaches; when null, through the first forward that leads to the port.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">No forward leads to the port, and no address is given.</exception>
    /// <exception cref="HostException">Nobody listens there.</exception>
    /// <exception cref="VirtualMachineExitedException">QEMU has ended.</exception>
    public async Task<Stream> ConnectAsync(int guestPort, string? address = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(guestPort, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(guestPort, IPEndPoint.MaxPort);
        try
        {
            var route = await Network.RouteAsync(guestPort, address, cancellationToken).ConfigureAwait(false);
            return await Network.OpenAsync(route, cancellationToken).ConfigureAwait(false);
        }
        catch (ImpossibleWaitException missing)
        {
            throw new InvalidOperationException($"The guest cannot be reached: {missing.Message}.", missing);
        }
    }
}

using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>A VM on the host's root and the port of its init.</summary>
internal sealed record GuestLink(IVmHost Host, VirtualMachine Machine, Stream Port, IReadOnlyList<string> Sockets) : IAsyncDisposable
{
    /// <summary>What the init tells.</summary>
    public GuestReport Report { get; } = new();

    /// <summary>Connects to the port of a VM that was started; the VM goes when that fails.</summary>
    /// <param name="host">The host.</param>
    /// <param name="machine">The VM.</param>
    /// <param name="sockets">Sockets that QEMU made for others.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<GuestLink> OpenAsync(IVmHost host, VirtualMachine machine, IReadOnlyList<string> sockets, CancellationToken cancellationToken)
    {
        try
        {
            // QEMU listens already. What the guest says is lost until it has taken the connection, for which this waits.
            var port = await host.ConnectAsync($"{machine.RunDirectory}/{GuestReport.SocketName}", Task.CompletedTask, cancellationToken).ConfigureAwait(false);
            return new GuestLink(host, machine, port, sockets);
        }
        catch
        {
            await machine.DisposeAsync().ConfigureAwait(false);
            await ListeningSockets.RemoveAsync(host, sockets).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends the VM. Never throws.</summary>
    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync().ConfigureAwait(false);
        await Port.DisposeAsync().ConfigureAwait(false);
        await ListeningSockets.RemoveAsync(Host, Sockets).ConfigureAwait(false);
    }
}

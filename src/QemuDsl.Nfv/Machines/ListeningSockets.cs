using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Sockets of interfaces on which QEMU listens. One that was ended while it waited for a back end leaves them behind.</summary>
internal static class ListeningSockets
{
    /// <summary>Those of interfaces.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<VnfInterface> interfaces) =>
        [.. interfaces.OfType<VhostUserInterface>().Where(static one => one.Role == VhostUserRole.Listen).Select(static one => one.Socket)];

    /// <summary>Removes those that nobody listens on. Never throws.</summary>
    public static async Task RemoveAsync(IVmHost host, IEnumerable<string> sockets)
    {
        foreach (var socket in sockets)
        {
            try
            {
                var listener = await host.ConnectAsync(socket, CancellationToken.None).ConfigureAwait(false);
                await listener.DisposeAsync().ConfigureAwait(false);
            }
            catch (HostException)
            {
                await RemoveAsync(host, socket).ConfigureAwait(false);
            }
        }
    }

    private static async Task RemoveAsync(IVmHost host, string socket)
    {
        try
        {
            // Only a socket: the path may be anything of somebody's when QEMU was refused it.
            await host.RunAsync(new HostCommand("/bin/sh", ["-c", "if [ -S \"$1\" ]; then rm -f \"$1\"; fi", "qemu-dsl", socket]), CancellationToken.None).ConfigureAwait(false);
        }
        catch (HostException)
        {
            // The host is gone; there is nobody to ask.
        }
    }
}

namespace QemuDsl.Runtime;

/// <summary>PCI devices that a host hands to VMs (<c>-device vfio-pci</c>; Documentation/driver-api/vfio.rst of Linux).</summary>
public static class VfioDevices
{
    /// <summary>Reads what the kernel says of devices: one exec.</summary>
    /// <param name="host">The host.</param>
    /// <param name="addresses">The devices. Those that do not exist are left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">The host cannot be read.</exception>
    public static async Task<IReadOnlyList<VfioDevice>> ReadAsync(
        IVmHost host, IEnumerable<PciBdf> addresses, CancellationToken cancellationToken = default) =>
        (await VfioReader.ReadAsync(host, addresses, "", cancellationToken).ConfigureAwait(false)).Devices;

    /// <summary>Fails when devices cannot be handed to a VM; for those of a VM's command <c>StartAsync</c> asks by itself.</summary>
    /// <param name="host">The host.</param>
    /// <param name="addresses">The devices.</param>
    /// <param name="memory">Memory of the guest, which VFIO locks as a whole; null leaves the limit out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">They cannot; the message has every reason, and the command or call that helps.</exception>
    public static Task RequireAsync(
        IVmHost host, IEnumerable<PciBdf> addresses, ByteSize? memory = null, CancellationToken cancellationToken = default) =>
        VfioCheck.RequireAsync(host, addresses, memory, "", cancellationToken);
}

using System.Diagnostics.Contracts;
using QemuDsl.Chardevs;
using QemuDsl.Devices;
using QemuDsl.Netdevs;

namespace QemuDsl.Nfv;

/// <summary>Interfaces of network functions in a command.</summary>
public static class InterfaceExtensions
{
    /// <summary>Adds a virtio card whose queues a process of the host serves.</summary>
    /// <param name="command">The command; its memory must be shared.</param>
    /// <param name="id">Number of the VM, for the hardware address.</param>
    /// <param name="socket">The socket.</param>
    /// <param name="role">Which end QEMU is.</param>
    /// <param name="queues">Queue pairs.</param>
    /// <param name="queueSize">Descriptors of each queue, a power of two from 256 to 1024.</param>
    /// <param name="csum">Whether packets may have partial checksums.</param>
    /// <param name="gso">Whether packets may be larger than a frame.</param>
    /// <param name="mergeable">Whether receive buffers can be merged.</param>
    /// <param name="packed">Whether the queues are packed ones.</param>
    /// <param name="features">Exactly what is offered, in place of the four before.</param>
    /// <param name="reconnect">When a lost back end is tried again.</param>
    /// <param name="version">The QEMU that will run it: 9.2 has another unit for <paramref name="reconnect"/>.</param>
    /// <exception cref="ArgumentException">The VM has no slot left, or an address twice.</exception>
    [Pure]
    public static QemuCommand<TMachine> AddVhostUserInterface<TMachine>(
        this QemuCommand<TMachine> command, VnfId id, string socket, VhostUserRole role = VhostUserRole.Connect, int queues = 1,
        ushort? queueSize = null, bool csum = false, bool gso = false, bool? mergeable = null, bool? packed = null,
        VirtioFeatures? features = null, TimeSpan? reconnect = null, QemuVersion? version = null)
        where TMachine : IMachine, IHasPciBus =>
        command.AddInterfaces(
            id,
            [
                new VhostUserInterface(socket)
                {
                    Role = role, Queues = queues, QueueSize = queueSize, Csum = csum, Gso = gso, Mergeable = mergeable, Packed = packed,
                    Features = features, Reconnect = reconnect,
                },
            ],
            version);

    /// <summary>Adds a network card of the host.</summary>
    /// <param name="command">The command.</param>
    /// <param name="id">Number of the VM.</param>
    /// <param name="device">The card's address on the host.</param>
    /// <exception cref="ArgumentException">The VM has no slot left.</exception>
    [Pure]
    public static QemuCommand<TMachine> AddVfioInterface<TMachine>(this QemuCommand<TMachine> command, VnfId id, PciBdf device)
        where TMachine : IMachine, IHasPciBus => command.AddInterfaces(id, [new VfioInterface(device)]);

    /// <summary>Adds interfaces behind those there are. What has an address keeps it; the others get those that are left.</summary>
    /// <param name="command">The command.</param>
    /// <param name="id">Number of the VM.</param>
    /// <param name="interfaces">The interfaces.</param>
    /// <param name="version">The QEMU that will run it.</param>
    /// <exception cref="ArgumentException">The VM has no slot left, or an address twice.</exception>
    [Pure]
    public static QemuCommand<TMachine> AddInterfaces<TMachine>(
        this QemuCommand<TMachine> command, VnfId id, IReadOnlyList<VnfInterface> interfaces, QemuVersion? version = null)
        where TMachine : IMachine, IHasPciBus
    {
        var places = InterfacePlaces.In(command, command.Machine.BoardPciSlots.ToArray(), id);
        foreach (var (wanted, nic) in interfaces.Zip(places.For(interfaces)))
        {
            command = wanted switch
            {
                VhostUserInterface vhost => command.Add(vhost.ToDevice(nic, version)),
                VfioInterface vfio => command.Add(vfio.ToDevice(nic)),
                _ => throw new ArgumentException($"{wanted.GetType()} is no interface known here.", nameof(interfaces)),
            };
        }

        return command;
    }

    /// <summary>The interfaces a command has on the machine's own bus, in their order: vhost-user ones and cards of the host.</summary>
    public static IReadOnlyList<VnfNic> GetInterfaces(this IQemuCommand command) =>
        [.. command.Options.Select(Nic).OfType<VnfNic>().Select(static (nic, index) => nic with { Number = index + 1 })];

    private static VnfNic? Nic(IOption option) => option switch
    {
        VirtioNetPci { Netdev: VhostUserNetdev netdev, Address: { } address, PciBus: null } device =>
            new VnfNic(0, address) { Mac = device.Mac, Socket = (netdev.Chardev as SocketChardev)?.Path },
        VfioPci { Address: { } address, PciBus: null } device => new VnfNic(0, address) { HostDevice = device.Host },
        _ => null,
    };
}

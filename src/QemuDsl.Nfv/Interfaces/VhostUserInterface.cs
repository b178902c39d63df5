using QemuDsl.Chardevs;
using QemuDsl.Devices;
using QemuDsl.Netdevs;

namespace QemuDsl.Nfv;

/// <summary>A virtio network card whose queues another process serves, such as VPP or testpmd (<c>-netdev vhost-user</c>).</summary>
/// <remarks>That process maps the guest's memory, which must be shared.</remarks>
/// <param name="Socket">Path of the UNIX socket between both.</param>
public sealed record VhostUserInterface(string Socket) : VnfInterface
{
    // Seconds became milliseconds in 9.2; seconds are gone in 10.2.
    private static readonly QemuVersion ReconnectMs = new(9, 2);

    /// <summary>Which end QEMU is.</summary>
    public VhostUserRole Role { get; init; }

    /// <summary>
    /// When a lost or missing back end is tried again, in the unit QEMU has (whole seconds before 9.2); never when null. Only for
    /// <see cref="VhostUserRole.Connect"/>.
    /// </summary>
    public TimeSpan? Reconnect { get; init; }

    /// <summary>Hardware address; the next of the VM's when null.</summary>
    public MacAddress? Mac { get; init; }

    /// <summary>Queue pairs.</summary>
    public int Queues { get; init; } = 1;

    /// <summary>Descriptors of each queue, a power of two from 256 to 1024; 256 when null, by QEMU.</summary>
    public ushort? QueueSize { get; init; }

    /// <summary>
    /// MSI-X vectors (<c>vectors</c>). When null, one for each queue, one for changes of the configuration and one for the control queue. 0: the guest has
    /// one interrupt line for all of it; a QEMU before 8.0 under TCG needs that where the guest's kernel drives the card, and a start sees to it.
    /// </summary>
    public uint? Vectors { get; init; }

    /// <summary>Whether packets may have partial checksums (<c>csum</c>). Not used with <see cref="Features"/>.</summary>
    public bool Csum { get; init; }

    /// <summary>Whether packets may be larger than a frame (<c>gso</c>, and what goes with it for the guest). Not used with <see cref="Features"/>.</summary>
    public bool Gso { get; init; }

    /// <summary>Whether receive buffers can be merged (<c>mrg_rxbuf</c>); QEMU's choice, on, when null. Not used with <see cref="Features"/>.</summary>
    public bool? Mergeable { get; init; }

    /// <summary>Whether the queues are packed ones (<c>packed</c>); QEMU's choice, off, when null. Not used with <see cref="Features"/>.</summary>
    public bool? Packed { get; init; }

    /// <summary>Exactly what is offered: each is said to be on or off. When null, what the properties above say, and QEMU's choice for the rest.</summary>
    public VirtioFeatures? Features { get; init; }

    internal VirtioNetPci ToDevice(VnfNic nic, QemuVersion? version)
    {
        var device = new VirtioNetPci
        {
            Id = $"nic{nic.Number}",
            Netdev = new VhostUserNetdev { Id = $"vhost{nic.Number}", Chardev = ToChardev(nic, version), Queues = Queues },
            Mac = nic.Mac,
            Address = nic.Address,
            MultiQueue = true,
            Vectors = Vectors ?? ((uint)Queues * 2) + 2,
            RxQueueSize = QueueSize,
            TxQueueSize = QueueSize,
        };
        return Features is { } features ? VirtioFeatureKeys.Set(device, features) : WithOffloads(device);
    }

    private SocketChardev ToChardev(VnfNic nic, QemuVersion? version)
    {
        var isMs = version >= ReconnectMs;
        return new SocketChardev
        {
            Id = $"char{nic.Number}",
            Path = Socket,
            Server = Role == VhostUserRole.Listen ? true : null,
            Reconnect = Reconnect is { } pause && !isMs ? (int)Math.Ceiling(pause.TotalSeconds) : null,
            ReconnectMs = Reconnect is { } exact && isMs ? (int)Math.Ceiling(exact.TotalMilliseconds) : null,
        };
    }

    // The guest's offloads follow GSO: a guest that takes what the back end must not send, or the other way round, drops packets.
    private VirtioNetPci WithOffloads(VirtioNetPci device) => device with
    {
        Csum = Csum,
        Gso = Gso,
        GuestTso4 = Gso,
        GuestTso6 = Gso,
        GuestEcn = Gso,
        MrgRxBuf = Mergeable,
        Packed = Packed,
    };
}

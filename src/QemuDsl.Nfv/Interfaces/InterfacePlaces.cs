using QemuDsl.Devices;

namespace QemuDsl.Nfv;

/// <summary>Slots and hardware addresses that the interfaces of a VM can still have.</summary>
internal sealed class InterfacePlaces
{
    private const int Slots = 32;

    // Interface 1 is in slot 6: what the board and the disks of usual machines need comes before.
    private const int FirstSlot = 5;

    private readonly VnfId _id;
    private readonly int _count;
    private readonly HashSet<int> _slots;
    private readonly HashSet<MacAddress> _macs;

    private InterfacePlaces(VnfId id, int count, HashSet<int> slots, HashSet<MacAddress> macs)
    {
        _id = id;
        _count = count;
        _slots = slots;
        _macs = macs;
    }

    public static InterfacePlaces In(IQemuCommand command, IEnumerable<int> board, VnfId id) => new(
        id,
        command.GetInterfaces().Count,
        [.. board, .. command.Options.OfType<IPciSlotDevice>().Where(static device => device.PciBus is null).Select(static device => device.Address?.Slot ?? 0)],
        [.. command.Options.OfType<VirtioNet>().Select(static device => device.Mac).OfType<MacAddress>()]);

    /// <summary>Gives each its place. Explicit ones come first, wherever they are in the list.</summary>
    public IEnumerable<VnfNic> For(IReadOnlyList<VnfInterface> interfaces)
    {
        foreach (var wanted in interfaces)
        {
            if (wanted.Address is { } address && !_slots.Add(address.Slot))
            {
                throw new ArgumentException($"PCI slot {address} is taken already. Give the interface another address, or none.", nameof(interfaces));
            }

            if ((wanted as VhostUserInterface)?.Mac is { } mac && !_macs.Add(mac))
            {
                throw new ArgumentException($"The hardware address {mac} is taken already. Give the interface another one, or none.", nameof(interfaces));
            }
        }

        return [.. interfaces.Select((wanted, index) => Place(wanted, _count + index + 1))];
    }

    private VnfNic Place(VnfInterface wanted, int number) => new(number, wanted.Address ?? NextAddress(number))
    {
        Mac = wanted is VhostUserInterface vhost ? vhost.Mac ?? NextMac(number) : default(MacAddress?),
        Socket = (wanted as VhostUserInterface)?.Socket,
        HostDevice = (wanted as VfioInterface)?.Device,
    };

    private PciAddress NextAddress(int number)
    {
        var free = Enumerable.Range(FirstSlot + number, Math.Max(0, Slots - FirstSlot - number))
            .Concat(Enumerable.Range(1, FirstSlot))
            .FirstOrDefault(slot => !_slots.Contains(slot), -1);
        if (free < 0)
        {
            throw new ArgumentException($"There is no PCI slot left for interface {number}. Give it an address behind a PCI bridge, with the records of QemuDsl.Devices.");
        }

        _slots.Add(free);
        return new PciAddress(free);
    }

    private MacAddress NextMac(int number)
    {
        var mac = Enumerable.Range(number, 255 - number + 1).Select(_id.Mac).FirstOrDefault(mac => !_macs.Contains(mac));
        if (mac == default)
        {
            throw new ArgumentException($"There is no hardware address left for interface {number} of VM {_id}. Give it one.");
        }

        _macs.Add(mac);
        return mac;
    }
}

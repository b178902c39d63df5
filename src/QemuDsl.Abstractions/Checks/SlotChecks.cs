using System.Runtime.CompilerServices;

namespace QemuDsl;

/// <summary>PCI slots and the ports of controllers: one device each.</summary>
internal static class SlotChecks
{
    public static void Run(OptionGraph graph, IMachine machine, Findings findings)
    {
        var slots = new Dictionary<SlotKey, string>();
        var places = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        foreach (ref var entry in graph.Entries)
        {
            findings.Enter(entry.Description);
            if (entry.Option is IPciSlotDevice device)
            {
                Slot(slots, machine, device, entry, findings);
            }

            if (BusOf(entry.Option) is { Ports: > 1 } bus && (places[bus] = places.GetValueOrDefault(bus) + 1) > bus.Ports)
            {
                findings.Error(
                    FindingIds.BusFull, "bus", CommandRendering.IdOf(graph.Entries[graph.Find(bus)]),
                    $"has {bus.Ports} ports, and this is device number {places[bus]} on it", "Add another controller.");
            }
        }
    }

    private static void Slot(
        Dictionary<SlotKey, string> slots, IMachine machine, IPciSlotDevice device, in OptionEntry entry, Findings findings)
    {
        if (PciSlots.Of(device, entry) is not { } address)
        {
            return;
        }

        if (device.PciBus is null && (PciSlots.Board(machine) >> address.Slot & 1) != 0)
        {
            findings.Error(
                FindingIds.SlotTaken, "addr", address.ToString(), "is a slot that the machine's own board takes",
                "Choose another slot, or leave it to the command.");
        }
        else if (new SlotKey(device.PciBus ?? (object)machine, address) is var key && !slots.TryAdd(key, entry.Description.Display))
        {
            findings.Error(
                FindingIds.SlotTaken, "addr", address.ToString(), $"is taken by {slots[key]} already",
                "Choose another slot, or leave it to the command.");
        }
    }

    private static IDeviceBus? BusOf(IOption option) => option is IPlugged { BusOfDevice: { } bus } ? bus : null;

    // Two controllers with equal properties are two buses: identity counts, not the equality of records.
    private readonly record struct SlotKey(object Bus, PciAddress Address)
    {
        public bool Equals(SlotKey other) => ReferenceEquals(Bus, other.Bus) && Address == other.Address;

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Bus), Address);
    }
}

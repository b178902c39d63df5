namespace QemuDsl;

/// <summary>
/// Slots on the machine's own PCI bus. QEMU places devices without an address in order of appearance, and an explicit slot can then be
/// taken already; so as soon as one address is explicit the command places all of them.
/// </summary>
internal static class PciSlots
{
    private const uint Full = uint.MaxValue;

    public static void Place(IMachine machine, Span<OptionEntry> entries)
    {
        if (!TryExplicit(entries, out var used))
        {
            return;
        }

        used |= Board(machine);
        used |= Implicit(entries, used);
        foreach (ref var entry in entries)
        {
            if (used != Full && entry.Description.Kind == OptionKind.Device && entry.Option is IPciSlotDevice { PciBus: null, Address: null })
            {
                entry.Slot = Lowest(used);
                used |= 1u << entry.Slot;
            }
        }
    }

    /// <summary>The device's own address, or the one the command chose; null when QEMU places it.</summary>
    public static PciAddress? Of(IPciSlotDevice device, in OptionEntry entry) =>
        device.Address ?? (entry.Slot < 0 ? default(PciAddress?) : new PciAddress(entry.Slot));

    public static uint Board(IMachine machine)
    {
        uint used = 0;
        foreach (var slot in machine.BoardPciSlots)
        {
            used |= 1u << slot;
        }

        return used;
    }

    private static bool TryExplicit(Span<OptionEntry> entries, out uint used)
    {
        used = 0;
        foreach (ref var entry in entries)
        {
            if (entry.Description.Kind == OptionKind.Device && entry.Option is IPciSlotDevice { Address: { } address, PciBus: null })
            {
                used |= 1u << address.Slot;
            }
        }

        return used != 0;
    }

    // Boards put the card of -vga, and without -nodefaults a network card too, into the first free slots before any -device.
    private static uint Implicit(Span<OptionEntry> entries, uint used)
    {
        var cards = Has(entries, "-nodefaults") ? 0 : 2;
        if (cards == 0 && Has(entries, "-vga"))
        {
            cards = 1;
        }

        uint taken = 0;
        for (; cards > 0 && (used | taken) != Full; cards--)
        {
            taken |= 1u << Lowest(used | taken);
        }

        return taken;
    }

    private static bool Has(Span<OptionEntry> entries, string option)
    {
        foreach (ref var entry in entries)
        {
            if (entry.Description.Option == option)
            {
                return true;
            }
        }

        return false;
    }

    private static int Lowest(uint used) => System.Numerics.BitOperations.TrailingZeroCount(~used);
}

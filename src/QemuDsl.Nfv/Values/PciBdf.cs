using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl.Nfv;

/// <summary>A PCI device as Linux, DPDK and VPP name it: domain, bus, slot and function, all in hex (<c>0000:00:06.0</c>).</summary>
/// <remarks><see cref="PciAddress"/> is where QEMU puts a device on one bus; this is where an operating system finds it.</remarks>
public readonly record struct PciBdf : IOptionValue<PciBdf>
{
    private const int TextLength = 12;

    /// <summary>Takes each part on its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A domain over ffff, a bus over ff, a slot over 1f or a function over 7.</exception>
    public PciBdf(int domain, int bus, int slot, int function = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(domain);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(domain, 0xffff);
        ArgumentOutOfRangeException.ThrowIfNegative(bus);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bus, 0xff);
        Domain = domain;
        Bus = bus;
        Address = new PciAddress(slot, function);
    }

    /// <summary>The domain, 0 on most machines.</summary>
    public int Domain { get; }

    /// <summary>The bus; 0 for what sits on the root bus.</summary>
    public int Bus { get; }

    /// <summary>Slot and function.</summary>
    public PciAddress Address { get; }

    /// <summary>Reads <c>0000:00:06.0</c>, or <c>00:06.0</c> in domain 0.</summary>
    /// <exception cref="FormatException">The text is no such address.</exception>
    public static PciBdf Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var device)
        ? device
        : throw new FormatException($"'{s}' is not a PCI device. Write DOMAIN:BUS:SLOT.FUNCTION in hex, such as 0000:00:06.0.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PciBdf result)
    {
        result = default;
        Span<Range> parts = stackalloc Range[4];
        var text = s.AsSpan();
        var count = text.Split(parts, ':');
        var domain = 0;
        if (count is not (2 or 3) || (count == 3 && !TryHex(text[parts[0]], 4, out domain)) || !TryHex(text[parts[count - 2]], 2, out var bus))
        {
            return false;
        }

        var last = text[parts[count - 1]];
        if (last.IndexOf('.') != last.Length - 2 || last.Length > 4 || last.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            || !PciAddress.TryParse(last.ToString(), provider, out var address))
        {
            return false;
        }

        result = new PciBdf(domain, bus, address.Slot, address.Function);
        return true;
    }

    /// <summary>Reads a device, such as <c>0000:00:06.0</c>.</summary>
    public static implicit operator PciBdf(string value) => Parse(value);

    /// <summary>Reads a device, such as <c>0000:00:06.0</c>.</summary>
    public static PciBdf FromString(string value) => Parse(value);

    /// <summary>The device at this place of domain 0 and bus 0, where a machine without bridges has it.</summary>
    public static PciBdf OnRootBus(PciAddress address) => new(0, 0, address.Slot, address.Function);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"{Domain:x4}:{Bus:x2}:{Address.Slot:x2}.{Address.Function}", out charsWritten);

    /// <summary><c>0000:00:06.0</c>.</summary>
    public override string ToString() => string.Create(TextLength, this, static (text, device) => device.TryFormat(text, out _));

    private static bool TryHex(ReadOnlySpan<char> text, int digits, out int number)
    {
        number = 0;
        return text.Length >= 1 && text.Length <= digits && int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
    }
}

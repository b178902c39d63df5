using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl;

/// <summary>A PCI device as Linux, DPDK and VPP name it: <c>0000:06:00.0</c>, domain, bus, slot and function in hex.</summary>
/// <remarks><see cref="PciAddress"/> is where QEMU puts a device on one bus; this is where an operating system finds it.</remarks>
public readonly record struct PciBdf : IOptionValue<PciBdf>
{
    private const int TextLength = 12;

    /// <summary>Takes domain 0 to ffff, bus 0 to ff, slot 0 to 1f and function 0 to 7.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such address.</exception>
    public PciBdf(int domain, int bus, int slot, int function = 0)
    {
        Domain = InRange(domain, 0xffff);
        Bus = InRange(bus, 0xff);
        Slot = InRange(slot, 0x1f);
        Function = InRange(function, 7);
    }

    /// <summary>The domain, 0 on most machines.</summary>
    public int Domain { get; }

    /// <summary>The bus; 0 for what sits on the root bus.</summary>
    public int Bus { get; }

    /// <summary>The slot.</summary>
    public int Slot { get; }

    /// <summary>The function.</summary>
    public int Function { get; }

    /// <summary>Reads <c>0000:06:00.0</c>; without a domain, it is 0.</summary>
    /// <exception cref="FormatException">The text is no such address.</exception>
    public static PciBdf Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var address)
        ? address
        : throw new FormatException($"'{s}' is not the address of a PCI device. Write DOMAIN:BUS:SLOT.FUNCTION in hex, such as 0000:06:00.0.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PciBdf result)
    {
        result = default;
        var dot = s?.LastIndexOf('.') ?? -1;
        if (s is null || dot < 0)
        {
            return false;
        }

        var parts = s[..dot].Split(':');
        var domain = 0;
        if (parts.Length is < 2 or > 3
            || (parts.Length == 3 && !TryNumber(parts[0], 4, 0xffff, out domain))
            || !TryNumber(parts[^2], 2, 0xff, out var bus)
            || !TryNumber(parts[^1], 2, 0x1f, out var slot)
            || !TryNumber(s.AsSpan(dot + 1), 1, 7, out var function))
        {
            return false;
        }

        result = new PciBdf(domain, bus, slot, function);
        return true;
    }

    /// <summary>Reads an address, such as <c>0000:06:00.0</c>.</summary>
    public static implicit operator PciBdf(string value) => Parse(value);

    /// <summary>Reads an address, such as <c>0000:06:00.0</c>.</summary>
    public static PciBdf FromString(string value) => Parse(value);

    /// <summary>The device at this place of domain 0 and bus 0, where a machine without bridges has it.</summary>
    public static PciBdf OnRootBus(PciAddress address) => new(0, 0, address.Slot, address.Function);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"{Domain:x4}:{Bus:x2}:{Slot:x2}.{Function}", out charsWritten);

    /// <summary><c>0000:06:00.0</c>.</summary>
    public override string ToString() => string.Create(TextLength, this, static (text, address) => address.TryFormat(text, out _));

    private static bool TryNumber(ReadOnlySpan<char> text, int digits, int maximum, out int number)
    {
        number = 0;
        return text.Length <= digits
            && int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
            && number <= maximum;
    }

    private static int InRange(int value, int maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, maximum);
        return value;
    }
}

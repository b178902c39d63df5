using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl;

/// <summary>Address of a PCI device of the host: <c>0000:06:00.0</c>, domain, bus, slot and function in hex.</summary>
public readonly record struct PciBdf : IOptionValue<PciBdf>
{
    private const int TextLength = 12;

    /// <summary>Takes domain 0 to ffff, bus 0 to ff, slot 0 to 1f and function 0 to 7.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such address.</exception>
    public PciBdf(int domain, int bus, int slot, int function)
    {
        Domain = InRange(domain, 0xffff);
        Bus = InRange(bus, 0xff);
        Slot = InRange(slot, 0x1f);
        Function = InRange(function, 7);
    }

    /// <summary>The domain.</summary>
    public int Domain { get; }

    /// <summary>The bus.</summary>
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
        var parts = (s ?? "").Split(':', '.');
        if (s is null || !s.Contains('.', StringComparison.Ordinal) || parts.Length is < 3 or > 4)
        {
            return false;
        }

        Span<int> numbers = stackalloc int[4];
        for (var index = 0; index < parts.Length; index++)
        {
            if (!int.TryParse(parts[index], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out numbers[index + 4 - parts.Length]))
            {
                return false;
            }
        }

        if (numbers[0] is < 0 or > 0xffff || numbers[1] is < 0 or > 0xff || numbers[2] is < 0 or > 0x1f || numbers[3] is < 0 or > 7)
        {
            return false;
        }

        result = new PciBdf(numbers[0], numbers[1], numbers[2], numbers[3]);
        return true;
    }

    /// <summary>Reads an address, such as <c>0000:06:00.0</c>.</summary>
    public static implicit operator PciBdf(string value) => Parse(value);

    /// <summary>Reads an address, such as <c>0000:06:00.0</c>.</summary>
    public static PciBdf FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"{Domain:x4}:{Bus:x2}:{Slot:x2}.{Function}", out charsWritten);

    /// <summary><c>0000:06:00.0</c>.</summary>
    public override string ToString() => string.Create(TextLength, this, static (text, address) => address.TryFormat(text, out _));

    private static int InRange(int value, int maximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, maximum);
        return value;
    }
}

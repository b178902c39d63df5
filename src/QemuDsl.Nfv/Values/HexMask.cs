using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl.Nfv;

/// <summary>A set of ports, cores or flags as a number in hex (<c>0x3</c>).</summary>
/// <param name="Bits">The bits.</param>
public readonly record struct HexMask(ulong Bits) : IOptionValue<HexMask>
{
    /// <summary>The lowest bits set, such as <c>0x3</c> for 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 64, or less than none.</exception>
    public static HexMask Lowest(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 64);
        return new HexMask(count == 64 ? ulong.MaxValue : (1UL << count) - 1);
    }

    /// <summary>Reads <c>0x3</c> or <c>3</c>: hex, as DPDK does.</summary>
    /// <exception cref="FormatException">The text is no such number.</exception>
    public static HexMask Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var mask)
        ? mask
        : throw new FormatException($"'{s}' is not a mask. Write a number in hex of at most 64 bits, such as 0x3.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HexMask result)
    {
        var text = s.AsSpan();
        text = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        var isNumber = ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits);
        result = new HexMask(bits);
        return isNumber;
    }

    /// <summary>Reads a mask, such as <c>0x3</c>.</summary>
    public static implicit operator HexMask(string value) => Parse(value);

    /// <summary>Reads a mask, such as <c>0x3</c>.</summary>
    public static HexMask FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"0x{Bits:x}", out charsWritten);

    /// <summary><c>0x3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"0x{Bits:x}");
}

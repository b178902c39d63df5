using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl;

/// <summary>A hardware address of six bytes, written <c>52:54:00:12:34:56</c>.</summary>
public readonly record struct MacAddress : IOptionValue<MacAddress>
{
    private const int TextLength = 17;
    private const ulong Largest = 0xffff_ffff_ffff;

    /// <summary>Takes the six bytes as one number, first byte highest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 48 bits.</exception>
    public MacAddress(ulong value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        Value = value;
    }

    /// <summary>The six bytes as one number, first byte highest.</summary>
    public ulong Value { get; }

    /// <summary>Whether it names a group; a network card cannot have such an address.</summary>
    public bool IsMulticast => (Value >> 40 & 1) != 0;

    /// <summary>Reads <c>52:54:00:12:34:56</c>; dashes and capitals are taken too.</summary>
    /// <exception cref="FormatException">The text is no such address.</exception>
    public static MacAddress Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var address)
        ? address
        : throw new FormatException($"'{Printable.Of(s ?? "")}' is not a MAC address. Write six bytes in hex, such as 52:54:00:12:34:56.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MacAddress result)
    {
        result = default;
        if (s?.Length != TextLength)
        {
            return false;
        }

        ulong value = 0;
        for (var index = 0; index < TextLength; index += 3)
        {
            if ((index > 0 && s[index - 1] is not (':' or '-'))
                || !byte.TryParse(s.AsSpan(index, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var part))
            {
                return false;
            }

            value = value << 8 | part;
        }

        result = new MacAddress(value);
        return true;
    }

    /// <summary>Reads an address, such as <c>52:54:00:12:34:56</c>.</summary>
    public static implicit operator MacAddress(string value) => Parse(value);

    /// <summary>Reads an address, such as <c>52:54:00:12:34:56</c>.</summary>
    public static MacAddress FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        if (destination.Length < TextLength)
        {
            return false;
        }

        const string Digits = "0123456789abcdef";
        for (var index = 0; index < 6; index++)
        {
            var part = (int)(Value >> (40 - (8 * index)) & 0xff);
            destination[3 * index] = Digits[part >> 4];
            destination[(3 * index) + 1] = Digits[part & 15];
            if (index < 5)
            {
                destination[(3 * index) + 2] = ':';
            }
        }

        charsWritten = TextLength;
        return true;
    }

    /// <summary><c>52:54:00:12:34:56</c>.</summary>
    public override string ToString() => string.Create(TextLength, this, static (text, address) => address.TryFormat(text, out _));
}

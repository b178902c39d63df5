using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl;

/// <summary>A number of bytes. Text has QEMU's binary suffixes (<c>512M</c>); a bare number is bytes.</summary>
/// <param name="Bytes">Number of bytes.</param>
public readonly record struct ByteSize(long Bytes) : IOptionValue<ByteSize>, IComparable<ByteSize>
{
    private const string Suffixes = "KMGTPE";

    /// <summary>Reads <c>4096</c>, <c>512M</c>, <c>1.5G</c> or <c>4GiB</c>.</summary>
    /// <exception cref="FormatException">The text is no size.</exception>
    public static ByteSize Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var size)
        ? size
        : throw new FormatException($"'{Printable.Of(s ?? "")}' is not a size. Write bytes, or a number with K, M, G, T, P or E (binary).");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ByteSize result)
    {
        result = default;
        var number = s.AsSpan().Trim();
        if (number.EndsWith("iB", StringComparison.OrdinalIgnoreCase))
        {
            number = number[..^2];
        }

        var power = number.IsEmpty ? -1 : Suffixes.IndexOf(char.ToUpperInvariant(number[^1]), StringComparison.Ordinal);
        number = power < 0 ? number : number[..^1];
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var unit = 1L << (10 * (power + 1));
        if (value > (decimal)long.MaxValue / unit || value * unit != decimal.Truncate(value * unit))
        {
            return false;
        }

        result = new ByteSize((long)(value * unit));
        return true;
    }

    /// <summary>Reads a size, such as <c>512M</c>.</summary>
    public static implicit operator ByteSize(string value) => Parse(value);

    /// <summary>Reads a size, such as <c>512M</c>.</summary>
    public static ByteSize FromString(string value) => Parse(value);

    /// <inheritdoc/>
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>Whether <paramref name="left"/> is smaller.</summary>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>Whether <paramref name="left"/> is larger.</summary>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>Whether <paramref name="left"/> is smaller or the same.</summary>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>Whether <paramref name="left"/> is larger or the same.</summary>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        var value = Bytes;
        var power = 0;
        while (value != 0 && value % 1024 == 0 && power < Suffixes.Length)
        {
            value /= 1024;
            power++;
        }

        if (!value.TryFormat(destination, out charsWritten, provider: CultureInfo.InvariantCulture))
        {
            return false;
        }

        if (power == 0)
        {
            return true;
        }

        if (charsWritten == destination.Length)
        {
            return false;
        }

        destination[charsWritten++] = Suffixes[power - 1];
        return true;
    }

    /// <summary>The shortest exact text, such as <c>512M</c>.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[24];
        TryFormat(text, out var length);
        return new string(text[..length]);
    }
}

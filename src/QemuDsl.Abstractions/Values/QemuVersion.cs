using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl;

/// <summary>A QEMU release, such as 7.2.22.</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
/// <param name="Micro">Third number; 0 when not told.</param>
public readonly record struct QemuVersion(int Major, int Minor, int Micro = 0) : IComparable<QemuVersion>, IParsable<QemuVersion>
{
    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789.");

    /// <summary>Reads <c>7.2</c>, <c>7.2.22</c> or any distribution's longer form, such as <c>QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7)</c>.</summary>
    /// <exception cref="FormatException">There is no version in the text.</exception>
    public static QemuVersion Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var version)
        ? version
        : throw new FormatException($"'{Printable.Of(s ?? "")}' holds no QEMU version. Expected something like 7.2 or 7.2.22.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out QemuVersion result)
    {
        result = default;
        var text = s.AsSpan();
        while (!text.IsEmpty)
        {
            var start = text.IndexOfAnyInRange('0', '9');
            if (start < 0)
            {
                return false;
            }

            text = text[start..];
            var length = text.IndexOfAnyExcept(Numeric);
            if (TryNumbers(length < 0 ? text : text[..length], out result))
            {
                return true;
            }

            text = length < 0 ? [] : text[length..];
        }

        return false;
    }

    /// <inheritdoc/>
    public int CompareTo(QemuVersion other) => (Major, Minor, Micro).CompareTo((other.Major, other.Minor, other.Micro));

    /// <summary>Whether <paramref name="left"/> is older.</summary>
    public static bool operator <(QemuVersion left, QemuVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is newer.</summary>
    public static bool operator >(QemuVersion left, QemuVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is older or the same.</summary>
    public static bool operator <=(QemuVersion left, QemuVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is newer or the same.</summary>
    public static bool operator >=(QemuVersion left, QemuVersion right) => left.CompareTo(right) >= 0;

    /// <summary><c>7.2.22</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Micro}");

    private static bool TryNumbers(ReadOnlySpan<char> text, out QemuVersion version)
    {
        version = default;
        Span<Range> parts = stackalloc Range[4];
        var count = text.TrimEnd('.').Split(parts, '.');
        if (count < 2 || !int.TryParse(text[parts[0]], CultureInfo.InvariantCulture, out var major)
            || !int.TryParse(text[parts[1]], CultureInfo.InvariantCulture, out var minor))
        {
            return false;
        }

        var micro = count > 2 && int.TryParse(text[parts[2]], CultureInfo.InvariantCulture, out var third) ? third : 0;
        version = new QemuVersion(major, minor, micro);
        return true;
    }
}

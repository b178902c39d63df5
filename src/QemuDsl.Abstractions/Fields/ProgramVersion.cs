using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QemuDsl;

/// <summary>A release of a program other than QEMU, such as 20.11 of DPDK or VPP.</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
public readonly record struct ProgramVersion(int Major, int Minor) : IComparable<ProgramVersion>, IParsable<ProgramVersion>
{
    /// <summary>Reads <c>20.11</c>, or the first such numbers of a longer form, such as <c>EAL: RTE Version: 'DPDK 22.11.11'</c>.</summary>
    /// <exception cref="FormatException">There is no version in the text.</exception>
    public static ProgramVersion Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var version)
        ? version
        : throw new FormatException($"'{Printable.Of(s ?? "")}' holds no version. Expected something like 20.11.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProgramVersion result)
    {
        var found = QemuVersion.TryParse(s, provider, out var version);
        result = new ProgramVersion(version.Major, version.Minor);
        return found;
    }

    /// <inheritdoc/>
    public int CompareTo(ProgramVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <summary>Whether <paramref name="left"/> is older.</summary>
    public static bool operator <(ProgramVersion left, ProgramVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is newer.</summary>
    public static bool operator >(ProgramVersion left, ProgramVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is older or the same.</summary>
    public static bool operator <=(ProgramVersion left, ProgramVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is newer or the same.</summary>
    public static bool operator >=(ProgramVersion left, ProgramVersion right) => left.CompareTo(right) >= 0;

    /// <summary><c>20.05</c>: the second number is a month in programs that are numbered so, and has two digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor:00}");

    internal QemuVersion AsQemuVersion() => new(Major, Minor);
}

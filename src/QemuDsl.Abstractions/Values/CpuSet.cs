using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace QemuDsl;

/// <summary>A set of CPU or NUMA node numbers, written <c>0-3,8</c>.</summary>
public readonly record struct CpuSet : IParsable<CpuSet>
{
    private const int Limit = 65_535;

    private readonly ImmutableArray<CpuRange> _ranges;

    private CpuSet(ImmutableArray<CpuRange> ranges) => _ranges = ranges;

    /// <summary>The runs of numbers in it, ascending, neither overlapping nor touching.</summary>
    public ImmutableArray<CpuRange> Ranges => _ranges.IsDefault ? [] : _ranges;

    /// <summary>How many numbers are in it.</summary>
    public int Count => Ranges.Sum(static range => range.Last - range.First + 1);

    /// <summary>Makes a set of numbers in any order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or over 65535.</exception>
    public static CpuSet Of(params IEnumerable<int> numbers) => FromRanges(numbers.Select(static number => new CpuRange(number, number)));

    /// <summary>Reads <c>0-3,8</c>.</summary>
    /// <exception cref="FormatException">The text is no such set.</exception>
    public static CpuSet Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var set)
        ? set
        : throw new FormatException($"'{Printable.Of(s ?? "")}' is not a set of CPUs. Write numbers and ranges, such as 0-3,8.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CpuSet result)
    {
        result = default;
        var ranges = new List<CpuRange>();
        foreach (var part in (s ?? "").Split(','))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            if (!TryNumber(dash < 0 ? part : part[..dash], out var first) || !TryNumber(part[(dash + 1)..], out var last) || first > last)
            {
                return false;
            }

            ranges.Add(new CpuRange(first, last));
        }

        result = FromRanges(ranges);
        return true;
    }

    /// <summary>Reads a set, such as <c>0-3,8</c>.</summary>
    public static implicit operator CpuSet(string value) => Parse(value);

    /// <summary>Reads a set, such as <c>0-3,8</c>.</summary>
    public static CpuSet FromString(string value) => Parse(value);

    /// <summary>Whether both hold the same numbers.</summary>
    public bool Equals(CpuSet other) => Ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var range in Ranges)
        {
            hash.Add(range);
        }

        return hash.ToHashCode();
    }

    /// <summary><c>0-3,8</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var range in Ranges)
        {
            text.Append(text.Length > 0 ? "," : "").Append(range.ToString());
        }

        return text.ToString();
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= Limit;

    private static CpuSet FromRanges(IEnumerable<CpuRange> ranges)
    {
        var merged = new List<CpuRange>();
        foreach (var range in ranges.OrderBy(static range => range.First))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(range.First);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(range.Last, Limit);
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
            {
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, range.Last) };
            }
            else
            {
                merged.Add(range);
            }
        }

        return new CpuSet([.. merged]);
    }
}

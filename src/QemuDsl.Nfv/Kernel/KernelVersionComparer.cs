using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace QemuDsl.Nfv;

/// <summary>Orders versions as people read them: 5.10 comes after 5.9.</summary>
/// <remarks>Not by <see cref="CompareOptions.NumericOrdering"/>, which programs without ICU do not have.</remarks>
internal sealed partial class KernelVersionComparer : IComparer<string>
{
    public static KernelVersionComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        foreach (var (left, right) in Parts().Matches(x ?? "").Zip(Parts().Matches(y ?? ""), static (left, right) => (left.Value, right.Value)))
        {
            var order = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0])
                ? BigInteger.Parse(left, CultureInfo.InvariantCulture).CompareTo(BigInteger.Parse(right, CultureInfo.InvariantCulture))
                : string.CompareOrdinal(left, right);
            if (order != 0)
            {
                return order;
            }
        }

        return (x?.Length ?? 0).CompareTo(y?.Length ?? 0);
    }

    [GeneratedRegex("[0-9]+|[^0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}

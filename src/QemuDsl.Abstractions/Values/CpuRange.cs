using System.Globalization;

namespace QemuDsl;

/// <summary>A run of CPU or NUMA node numbers.</summary>
/// <param name="First">Lowest number.</param>
/// <param name="Last">Highest number, included.</param>
public readonly record struct CpuRange(int First, int Last)
{
    /// <summary><c>0-3</c>, or <c>8</c> for a single number.</summary>
    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}

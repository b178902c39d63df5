using System.Globalization;

namespace QemuDsl.Nfv;

/// <summary>Orders versions as people read them: 5.10 comes after 5.9.</summary>
internal sealed class KernelVersionComparer : IComparer<string>
{
    public static KernelVersionComparer Instance { get; } = new();

    public int Compare(string? x, string? y) => string.Compare(x, y, CultureInfo.InvariantCulture, CompareOptions.NumericOrdering | CompareOptions.Ordinal);
}

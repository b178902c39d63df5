namespace QemuDsl.Runtime;

/// <summary>Arithmetic on sets of CPUs.</summary>
internal static class CpuSets
{
    public static IEnumerable<int> Numbers(this CpuSet set) =>
        set.Ranges.SelectMany(static range => Enumerable.Range(range.First, range.Last - range.First + 1));

    public static bool Contains(this CpuSet set, int number) => set.Ranges.Any(range => range.First <= number && number <= range.Last);

    public static CpuSet Without(this CpuSet set, CpuSet other) => CpuSet.Of(set.Numbers().Where(number => !other.Contains(number)));

    public static CpuSet And(this CpuSet set, CpuSet other) => CpuSet.Of(set.Numbers().Where(number => other.Contains(number)));

    public static CpuSet Or(this CpuSet set, CpuSet other) => CpuSet.Of(set.Numbers().Concat(other.Numbers()));

    /// <summary>The kernel writes the empty set as nothing.</summary>
    public static CpuSet ParseOrEmpty(string? text) => CpuSet.TryParse(text?.Trim(), null, out var set) ? set : default;
}

namespace QemuDsl.Machines;

/// <summary>Which CPUs share a cache (<c>smp-cache.N.…</c>).</summary>
[OptionPart]
public sealed partial record SmpCache
{
    /// <summary>The cache (<c>cache</c>).</summary>
    public required CpuCache Cache { get; init; }

    /// <summary>The CPUs that share one (<c>topology</c>).</summary>
    public required CpuTopologyLevel Topology { get; init; }
}

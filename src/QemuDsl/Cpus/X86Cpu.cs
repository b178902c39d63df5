namespace QemuDsl.Cpus;

/// <summary>The CPU of an x86-64 machine (<c>-cpu</c>).</summary>
[Cpu(Target.X86_64)]
public sealed partial record X86Cpu
{
    /// <summary>The model.</summary>
    [Positional]
    public required X86CpuModel Model { get; init; }

    /// <summary>Features to add, to take away or to set.</summary>
    [Positional]
    public OptionList<CpuFeature> Features { get; init; } = [];

    // QEMU 7.2 warns, and may keep their order one day.
    static partial void CheckMore(X86Cpu value, Findings findings)
    {
        var signed = value.Features.Where(static feature => feature.Text is ['+' or '-', ..]).Select(static feature => feature.Text[1..]).ToHashSet(StringComparer.Ordinal);
        foreach (var feature in value.Features.Where(feature => feature.Text.IndexOf('=', StringComparison.Ordinal) is > 0 and var end && signed.Contains(feature.Text[..end])))
        {
            findings.Warning(
                FindingIds.Conflict, "features", feature.Text, "is said with a sign as well, which QEMU calls ambiguous: it does not keep their order", "Say each feature once.");
        }
    }
}

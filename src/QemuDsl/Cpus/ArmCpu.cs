namespace QemuDsl.Cpus;

/// <summary>The CPU of an aarch64 machine (<c>-cpu</c>).</summary>
[Cpu(Target.Aarch64)]
public sealed partial record ArmCpu
{
    /// <summary>The model.</summary>
    [Positional]
    public required ArmCpuModel Model { get; init; }

    /// <summary>Features to add, to take away or to set.</summary>
    [Positional]
    public OptionList<CpuFeature> Features { get; init; } = [];

    static partial void CheckMore(ArmCpu value, Findings findings)
    {
        foreach (var feature in value.Features)
        {
            if (feature.Text.StartsWith('+') || feature.Text.StartsWith('-'))
            {
                findings.Error(
                    FindingIds.NoMatch, "features", feature.Text, "is x86 spelling, which Arm CPUs do not have",
                        "Use CpuFeature.On or CpuFeature.Off.");
            }
        }
    }
}

namespace QemuDsl.Cpus;

/// <summary>The CPU of an aarch64 machine (<c>-cpu</c>).</summary>
[Cpu(Target.Aarch64)]
public sealed partial record ArmCpu
{
    /// <summary>The model (<c>model</c>).</summary>
    [Positional]
    public required ArmCpuModel Model { get; init; }

    /// <summary>Features, such as <c>sve=off</c>.</summary>
    [Positional]
    public OptionList<CpuFeature> Features { get; init; } = [];
}

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
}

namespace QemuDsl.Cpus;

/// <summary>The CPU of an x86-64 machine (<c>-cpu</c>).</summary>
[Cpu(Target.X86_64)]
public sealed partial record X86Cpu
{
    /// <summary>The model (<c>model</c>).</summary>
    [Positional]
    public required X86CpuModel Model { get; init; }

    /// <summary>Features switched on or off, such as <c>+avx2</c> and <c>-svm</c>.</summary>
    [Positional]
    public OptionList<CpuFeature> Features { get; init; } = [];
}

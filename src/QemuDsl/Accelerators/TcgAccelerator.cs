namespace QemuDsl.Accelerators;

/// <summary>QEMU translates the code of the guest (<c>-accel tcg</c>).</summary>
/// <remarks>Runs everywhere, for any architecture, at a fraction of the speed.</remarks>
[Accelerator("tcg")]
public sealed partial record TcgAccelerator
{
    /// <summary>Whether each CPU has a thread (<c>thread</c>).</summary>
    public TcgThread? Thread { get; init; }

    /// <summary>Size of the translation cache in MiB (<c>tb-size</c>).</summary>
    [AtLeast(0)]
    public int? TbSize { get; init; }

    /// <summary>Whether the cache is mapped twice, writable and executable (<c>split-wx</c>).</summary>
    public bool? SplitWx { get; init; }

    /// <summary>Whether each block holds one instruction, for debugging (<c>one-insn-per-tb</c>).</summary>
    [Since("8.1")]
    public bool? OneInsnPerTb { get; init; }
}

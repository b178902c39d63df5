namespace QemuDsl.Accelerators;

/// <summary>QEMU's own emulation (<c>-accel tcg</c>).</summary>
[Accelerator("tcg")]
public sealed partial record TcgAccelerator
{
    /// <summary>Whether each virtual CPU has a thread of its own (<c>thread</c>).</summary>
    public TcgThread? Thread { get; init; }

    /// <summary>Size of the translation cache, in MiB (<c>tb-size</c>).</summary>
    public uint? TbSize { get; init; }

    /// <summary>Whether translated code is never writable and executable at once (<c>split-wx</c>).</summary>
    public bool? SplitWx { get; init; }
}

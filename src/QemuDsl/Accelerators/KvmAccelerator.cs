namespace QemuDsl.Accelerators;

/// <summary>The host CPU runs the guest (<c>-accel kvm</c>).</summary>
/// <remarks>Needs <c>/dev/kvm</c>, readable and writable, and a guest of the architecture of the host.</remarks>
[Accelerator("kvm")]
public sealed partial record KvmAccelerator
{
    /// <summary>Which interrupt controllers the host kernel emulates (<c>kernel-irqchip</c>).</summary>
    public KernelIrqchip? KernelIrqchip { get; init; }

    /// <summary>Size of the shadow page tables (<c>kvm-shadow-mem</c>).</summary>
    [AtLeast(0)]
    public ByteSize? KvmShadowMem { get; init; }

    /// <summary>Entries of the ring that tells changed pages; 0 for a bitmap (<c>dirty-ring-size</c>).</summary>
    [AtLeast(0)]
    public long? DirtyRingSize { get; init; }

    /// <summary>What happens when the guest keeps the CPU from taking events; x86 only (<c>notify-vmexit</c>).</summary>
    public NotifyVmexit? NotifyVmexit { get; init; }

    /// <summary>CPU cycles after which that is noticed (<c>notify-window</c>).</summary>
    [AtLeast(0)]
    [Requires(nameof(NotifyVmexit))]
    public long? NotifyWindow { get; init; }
}

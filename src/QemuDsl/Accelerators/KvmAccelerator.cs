namespace QemuDsl.Accelerators;

/// <summary>Linux's hypervisor (<c>-accel kvm</c>).</summary>
/// <remarks>Needs a usable <c>/dev/kvm</c>.</remarks>
[Accelerator("kvm")]
public sealed partial record KvmAccelerator
{
    /// <summary>Where the interrupt controllers live (<c>kernel-irqchip</c>).</summary>
    public KernelIrqchip? KernelIrqchip { get; init; }

    /// <summary>Size of the shadow page tables (<c>kvm-shadow-mem</c>).</summary>
    public ByteSize? KvmShadowMem { get; init; }

    /// <summary>Entries of the dirty page ring (<c>dirty-ring-size</c>).</summary>
    [PowerOfTwo]
    public uint? DirtyRingSize { get; init; }

    /// <summary>What happens when the guest blocks all events (<c>notify-vmexit</c>).</summary>
    public NotifyVmexit? NotifyVmexit { get; init; }

    /// <summary>Clock cycles after which that is told (<c>notify-window</c>).</summary>
    public uint? NotifyWindow { get; init; }
}

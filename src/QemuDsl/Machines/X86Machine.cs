using QemuDsl.Accelerators;

namespace QemuDsl.Machines;

/// <summary>What every x86 machine has.</summary>
public abstract record X86Machine : CommonMachine
{
    /// <summary>Whether the guest gets ACPI tables (<c>acpi</c>).</summary>
    public OnOffAuto? Acpi { get; init; }

    /// <summary>Whether the CPU has system management mode (<c>smm</c>).</summary>
    public OnOffAuto? Smm { get; init; }

    /// <summary>Whether there is an i8259 interrupt controller (<c>pic</c>).</summary>
    public OnOffAuto? Pic { get; init; }

    /// <summary>Whether there is an i8254 timer (<c>pit</c>).</summary>
    public OnOffAuto? Pit { get; init; }

    /// <summary>Which interrupt controllers the host kernel emulates; KVM only (<c>kernel-irqchip</c>).</summary>
    public KernelIrqchip? KernelIrqchip { get; init; }

    /// <summary>Bus locks per second that a guest may take (<c>bus-lock-ratelimit</c>); 0 for no limit.</summary>
    [AtLeast(0)]
    public long? BusLockRatelimit { get; init; }
}

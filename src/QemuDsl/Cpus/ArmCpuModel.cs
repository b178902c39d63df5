namespace QemuDsl.Cpus;

/// <summary>CPU models of aarch64 QEMU.</summary>
/// <remarks>Machine <c>virt</c> takes the 64-bit ones, and Cortex-A7 and Cortex-A15.</remarks>
[OptionEnum]
public enum ArmCpuModel
{
    /// <summary>Fujitsu A64FX.</summary>
    A64fx,
    /// <summary>ARM11MPCORE.</summary>
    Arm11mpcore,
    /// <summary>ARM926.</summary>
    Arm926,
    /// <summary>ARM946.</summary>
    Arm946,
    /// <summary>ARM1026.</summary>
    Arm1026,
    /// <summary>ARM1136.</summary>
    Arm1136,
    /// <summary>ARM1136-R2.</summary>
    Arm1136R2,
    /// <summary>ARM1176.</summary>
    Arm1176,
    /// <summary>Arm Cortex-A7.</summary>
    CortexA7,
    /// <summary>Arm Cortex-A8.</summary>
    CortexA8,
    /// <summary>Arm Cortex-A9.</summary>
    CortexA9,
    /// <summary>Arm Cortex-A15.</summary>
    CortexA15,
    /// <summary>Arm Cortex-A35.</summary>
    CortexA35,
    /// <summary>Arm Cortex-A53.</summary>
    CortexA53,
    /// <summary>Arm Cortex-A55. Newer than QEMU 7.2.</summary>
    CortexA55,
    /// <summary>Arm Cortex-A57.</summary>
    CortexA57,
    /// <summary>Arm Cortex-A72.</summary>
    CortexA72,
    /// <summary>Arm Cortex-A76.</summary>
    CortexA76,
    /// <summary>Arm Cortex-A710. Newer than QEMU 7.2.</summary>
    CortexA710,
    /// <summary>Arm Cortex-M0.</summary>
    CortexM0,
    /// <summary>Arm Cortex-M3.</summary>
    CortexM3,
    /// <summary>Arm Cortex-M4.</summary>
    CortexM4,
    /// <summary>Arm Cortex-M7.</summary>
    CortexM7,
    /// <summary>Arm Cortex-M33.</summary>
    CortexM33,
    /// <summary>Arm Cortex-M55.</summary>
    CortexM55,
    /// <summary>Arm Cortex-R5.</summary>
    CortexR5,
    /// <summary>Arm Cortex-R5F.</summary>
    CortexR5f,
    /// <summary>Arm Cortex-R52. Newer than QEMU 7.2.</summary>
    CortexR52,
    /// <summary>The CPU of the host; KVM only.</summary>
    Host,
    /// <summary>Every feature the accelerator has.</summary>
    Max,
    /// <summary>Arm Neoverse N1.</summary>
    NeoverseN1,
    /// <summary>Arm Neoverse N2. Newer than QEMU 7.2.</summary>
    NeoverseN2,
    /// <summary>Arm Neoverse V1. Newer than QEMU 7.2.</summary>
    NeoverseV1,
    /// <summary>Intel XScale PXA250.</summary>
    Pxa250,
    /// <summary>Intel XScale PXA255.</summary>
    Pxa255,
    /// <summary>Intel XScale PXA260.</summary>
    Pxa260,
    /// <summary>Intel XScale PXA261.</summary>
    Pxa261,
    /// <summary>Intel XScale PXA262.</summary>
    Pxa262,
    /// <summary>Intel XScale PXA270.</summary>
    Pxa270,
    /// <summary>Intel XScale PXA270-A0.</summary>
    Pxa270A0,
    /// <summary>Intel XScale PXA270-A1.</summary>
    Pxa270A1,
    /// <summary>Intel XScale PXA270-B0.</summary>
    Pxa270B0,
    /// <summary>Intel XScale PXA270-B1.</summary>
    Pxa270B1,
    /// <summary>Intel XScale PXA270-C0.</summary>
    Pxa270C0,
    /// <summary>Intel XScale PXA270-C5.</summary>
    Pxa270C5,
    /// <summary>Intel StrongARM SA1100.</summary>
    Sa1100,
    /// <summary>Intel StrongARM SA1110.</summary>
    Sa1110,
    /// <summary>Texas Instruments TI925T.</summary>
    Ti925t,
}

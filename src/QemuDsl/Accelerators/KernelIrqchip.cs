namespace QemuDsl.Accelerators;

/// <summary>Which interrupt controllers the host kernel emulates.</summary>
[OptionEnum]
public enum KernelIrqchip
{
    /// <summary>All.</summary>
    On,

    /// <summary>None.</summary>
    Off,

    /// <summary>The local APICs only.</summary>
    Split,
}

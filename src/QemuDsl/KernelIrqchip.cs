namespace QemuDsl;

/// <summary>Where interrupt controllers live.</summary>
[OptionEnum]
public enum KernelIrqchip
{
    /// <summary>In the kernel.</summary>
    On,

    /// <summary>In QEMU.</summary>
    Off,

    /// <summary>Some here, some there.</summary>
    Split,
}

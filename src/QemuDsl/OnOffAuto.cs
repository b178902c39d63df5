namespace QemuDsl;

/// <summary>On, off, or what QEMU finds best.</summary>
[OptionEnum]
public enum OnOffAuto
{
    /// <summary>What QEMU finds best.</summary>
    Auto,

    /// <summary>On.</summary>
    On,

    /// <summary>Off.</summary>
    Off,
}

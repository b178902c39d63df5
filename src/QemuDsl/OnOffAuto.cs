namespace QemuDsl;

/// <summary>On, off, or as QEMU sees fit.</summary>
[OptionEnum]
public enum OnOffAuto
{
    /// <summary>Yes.</summary>
    On,

    /// <summary>No.</summary>
    Off,

    /// <summary>As QEMU sees fit.</summary>
    Auto,
}

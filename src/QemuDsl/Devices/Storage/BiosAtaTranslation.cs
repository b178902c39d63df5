namespace QemuDsl.Devices;

/// <summary>How a BIOS translates the geometry of a disk.</summary>
[OptionEnum]
public enum BiosAtaTranslation
{
    /// <summary>As QEMU sees fit.</summary>
    Auto,

    /// <summary>Not at all.</summary>
    None,

    /// <summary>By block address.</summary>
    Lba,

    /// <summary>By doubling heads.</summary>
    Large,

    /// <summary>By a revised large translation.</summary>
    Rechs,
}

namespace QemuDsl.Fsdevs;

/// <summary>How owners and modes that the guest sets are kept on the host.</summary>
[OptionEnum]
public enum FsdevSecurityModel
{
    /// <summary>As they are; QEMU needs root.</summary>
    Passthrough,

    /// <summary>In extended attributes.</summary>
    MappedXattr,

    /// <summary>In hidden files beside them.</summary>
    MappedFile,

    /// <summary>As they are, and failures to set them are ignored.</summary>
    None,
}

namespace QemuDsl.Fsdevs;

/// <summary>How owners and modes of files are kept.</summary>
[OptionEnum]
public enum FsdevSecurityModel
{
    /// <summary>As they are; needs root.</summary>
    Passthrough,

    /// <summary>In extended attributes.</summary>
    MappedXattr,

    /// <summary>In hidden files.</summary>
    MappedFile,

    /// <summary>As they are, and failures are ignored.</summary>
    None,
}

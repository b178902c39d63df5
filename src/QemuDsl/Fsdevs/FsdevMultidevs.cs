namespace QemuDsl.Fsdevs;

/// <summary>What happens where a directory crosses file systems.</summary>
[OptionEnum]
public enum FsdevMultidevs
{
    /// <summary>File numbers are made unique.</summary>
    Remap,

    /// <summary>Only one file system is shown.</summary>
    Forbid,

    /// <summary>QEMU warns.</summary>
    Warn,
}

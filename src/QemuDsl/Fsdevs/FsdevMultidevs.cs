namespace QemuDsl.Fsdevs;

/// <summary>What to do when an exported directory spans several file systems.</summary>
[OptionEnum]
public enum FsdevMultidevs
{
    /// <summary>Warn: file ids may collide.</summary>
    Warn,

    /// <summary>Make file ids unique.</summary>
    Remap,

    /// <summary>Hide all but the first.</summary>
    Forbid,
}

namespace QemuDsl.Blockdevs;

/// <summary>Which writes to a qcow2 image are checked against its metadata.</summary>
[OptionEnum]
public enum Qcow2OverlapCheck
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those that cost nothing.</summary>
    Constant,

    /// <summary>Those whose metadata is in memory.</summary>
    Cached,

    /// <summary>All.</summary>
    All,
}

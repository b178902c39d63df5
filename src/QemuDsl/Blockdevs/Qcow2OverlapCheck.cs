namespace QemuDsl.Blockdevs;

/// <summary>How much writes to an image are checked.</summary>
[OptionEnum]
public enum Qcow2OverlapCheck
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Where it costs nothing.</summary>
    Constant,

    /// <summary>Where it costs little.</summary>
    Cached,

    /// <summary>Everywhere.</summary>
    All,
}

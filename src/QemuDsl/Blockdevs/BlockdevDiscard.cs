namespace QemuDsl.Blockdevs;

/// <summary>Whether discards are passed on.</summary>
[OptionEnum]
public enum BlockdevDiscard
{
    /// <summary>No.</summary>
    Ignore,

    /// <summary>Yes.</summary>
    Unmap,
}

namespace QemuDsl.Blockdevs;

/// <summary>What a discard of the guest does.</summary>
[OptionEnum]
public enum BlockdevDiscard
{
    /// <summary>Nothing.</summary>
    Ignore,

    /// <summary>Gives the space back.</summary>
    Unmap,
}

namespace QemuDsl.Blockdevs;

/// <summary>Whether zeroes are written the quick way.</summary>
[OptionEnum]
public enum BlockdevDetectZeroes
{
    /// <summary>No.</summary>
    Off,

    /// <summary>Yes.</summary>
    On,

    /// <summary>Yes, and discarded.</summary>
    Unmap,
}

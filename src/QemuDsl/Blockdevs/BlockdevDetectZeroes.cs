namespace QemuDsl.Blockdevs;

/// <summary>Whether written zeroes become holes.</summary>
[OptionEnum]
public enum BlockdevDetectZeroes
{
    /// <summary>They are written.</summary>
    Off,

    /// <summary>They are written as zeroes in the cheapest way.</summary>
    On,

    /// <summary>They become holes where discards are allowed.</summary>
    Unmap,
}

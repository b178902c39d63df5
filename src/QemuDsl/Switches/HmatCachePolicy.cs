namespace QemuDsl.Switches;

/// <summary>When writes to a cache reach the memory.</summary>
[OptionEnum]
public enum HmatCachePolicy
{
    /// <summary>Not told.</summary>
    None,

    /// <summary>Later.</summary>
    WriteBack,

    /// <summary>At once.</summary>
    WriteThrough,
}

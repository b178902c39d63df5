namespace QemuDsl.Switches;

/// <summary>Where a line may lie in a cache.</summary>
[OptionEnum]
public enum HmatCacheAssociativity
{
    /// <summary>Not told.</summary>
    None,

    /// <summary>In one place.</summary>
    Direct,

    /// <summary>In one of several places.</summary>
    Complex,
}

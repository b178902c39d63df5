namespace QemuDsl.Switches;

/// <summary>Memory of a NUMA node, or a cache of it.</summary>
[OptionEnum]
public enum HmatHierarchy
{
    /// <summary>The memory.</summary>
    Memory,

    /// <summary>Its cache of the first level.</summary>
    FirstLevel,

    /// <summary>Its cache of the second level.</summary>
    SecondLevel,

    /// <summary>Its cache of the third level.</summary>
    ThirdLevel,
}

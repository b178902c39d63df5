namespace QemuDsl.Objects;

/// <summary>How NUMA nodes of the host are used.</summary>
[OptionEnum]
public enum HostMemPolicy
{
    /// <summary>As the process does.</summary>
    Default,

    /// <summary>These first.</summary>
    Preferred,

    /// <summary>These only.</summary>
    Bind,

    /// <summary>These in turn.</summary>
    Interleave,
}

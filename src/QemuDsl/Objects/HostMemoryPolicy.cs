namespace QemuDsl.Objects;

/// <summary>How strictly the NUMA nodes of memory are meant.</summary>
[OptionEnum]
public enum HostMemoryPolicy
{
    /// <summary>As the host decides.</summary>
    Default,

    /// <summary>From these nodes first.</summary>
    Preferred,

    /// <summary>From these nodes only.</summary>
    Bind,

    /// <summary>From these nodes in turn.</summary>
    Interleave,
}

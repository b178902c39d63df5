namespace QemuDsl.Machines;

/// <summary>Versions of the Arm interrupt controller.</summary>
[OptionEnum]
public enum GicVersion
{
    /// <summary>GICv2, at most 8 CPUs.</summary>
    [Value("2")]
    V2,

    /// <summary>GICv3.</summary>
    [Value("3")]
    V3,

    /// <summary>GICv4; needs the virtualization extensions.</summary>
    [Value("4")]
    V4,

    /// <summary>The one of the host; KVM only.</summary>
    Host,

    /// <summary>The best there is.</summary>
    Max,
}

namespace QemuDsl.Machines;

/// <summary>Versions of the Arm interrupt controller.</summary>
[OptionEnum]
public enum GicVersion
{
    /// <summary>Version 2.</summary>
    [Value("2")]
    V2,

    /// <summary>Version 3.</summary>
    [Value("3")]
    V3,

    /// <summary>Version 4, under TCG.</summary>
    [Value("4")]
    V4,

    /// <summary>The host's.</summary>
    Host,

    /// <summary>The highest there is.</summary>
    Max,
}

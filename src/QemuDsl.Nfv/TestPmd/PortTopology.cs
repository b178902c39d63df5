namespace QemuDsl.Nfv;

/// <summary>Which port testpmd sends out of what came in by another.</summary>
[OptionEnum]
public enum PortTopology
{
    /// <summary>Between 0 and 1, between 2 and 3.</summary>
    Paired,

    /// <summary>From each to the next.</summary>
    Chained,

    /// <summary>Back out of the same.</summary>
    Loop,
}

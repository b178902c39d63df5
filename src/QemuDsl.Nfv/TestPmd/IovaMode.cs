namespace QemuDsl.Nfv;

/// <summary>Addresses that a DPDK program gives its devices.</summary>
[OptionEnum]
public enum IovaMode
{
    /// <summary>Physical ones.</summary>
    [Value("pa")]
    Physical,

    /// <summary>Those of the process, through an IOMMU.</summary>
    [Value("va")]
    Virtual,
}

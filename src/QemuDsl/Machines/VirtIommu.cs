namespace QemuDsl.Machines;

/// <summary>IOMMUs of the virt machine.</summary>
[OptionEnum]
public enum VirtIommu
{
    /// <summary>None.</summary>
    None,

    /// <summary>Arm SMMUv3.</summary>
    Smmuv3,
}

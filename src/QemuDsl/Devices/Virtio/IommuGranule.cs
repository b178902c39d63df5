namespace QemuDsl.Devices;

/// <summary>Smallest page that a virtio IOMMU maps.</summary>
[OptionEnum]
public enum IommuGranule
{
    /// <summary>The page of the host.</summary>
    Host,

    /// <summary>4 KiB.</summary>
    [Value("4k")]
    KiB4,

    /// <summary>8 KiB.</summary>
    [Value("8k")]
    KiB8,

    /// <summary>16 KiB.</summary>
    [Value("16k")]
    KiB16,

    /// <summary>64 KiB.</summary>
    [Value("64k")]
    KiB64,
}

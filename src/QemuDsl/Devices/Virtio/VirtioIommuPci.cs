namespace QemuDsl.Devices;

/// <summary>A virtio IOMMU (<c>-device virtio-iommu-pci</c>).</summary>
/// <remarks>For <c>q35</c> and <c>virt</c>.</remarks>
[Device("virtio-iommu-pci", Bus = Bus.Pci)]
public sealed partial record VirtioIommuPci : VirtioDevice
{
    /// <summary>Whether devices bypass it until the guest has set it up (<c>boot-bypass</c>).</summary>
    public bool? BootBypass { get; init; }

    /// <summary>Smallest page the guest can map (<c>granule</c>).</summary>
    [Since("9.0")]
    public IommuGranule? Granule { get; init; }

    /// <summary>Width of addresses (<c>aw-bits</c>).</summary>
    [Since("9.0")]
    [Range(32, 64)]
    public byte? AwBits { get; init; }

    /// <summary>Whether the legacy virtio interface is left out (<c>disable-legacy</c>).</summary>
    public OnOffAuto? DisableLegacy { get; init; }

    /// <summary>Whether the modern virtio 1.0 interface is left out (<c>disable-modern</c>).</summary>
    public bool? DisableModern { get; init; }

    /// <summary>Whether address translation services are offered (<c>ats</c>).</summary>
    public bool? Ats { get; init; }

    /// <summary>Whether advanced error reporting is offered (<c>aer</c>).</summary>
    public bool? Aer { get; init; }

    /// <summary>Whether each queue's notification has a page of its own (<c>page-per-vq</c>).</summary>
    public bool? PagePerVq { get; init; }
}

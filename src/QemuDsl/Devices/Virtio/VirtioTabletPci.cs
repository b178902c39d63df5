namespace QemuDsl.Devices;

/// <summary>A virtio pointer with absolute positions (<c>-device virtio-tablet-pci</c>).</summary>
[Device("virtio-tablet-pci", Bus = Bus.Pci)]
public sealed partial record VirtioTabletPci : VirtioInput
{
    /// <summary>Whether the wheel is an axis (<c>wheel-axis</c>).</summary>
    public bool? WheelAxis { get; init; }

    /// <summary>MSI-X vectors (<c>vectors</c>).</summary>
    public uint? Vectors { get; init; }

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

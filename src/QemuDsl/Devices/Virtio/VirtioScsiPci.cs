namespace QemuDsl.Devices;

/// <summary>A virtio SCSI adapter (<c>-device virtio-scsi-pci</c>).</summary>
[Device("virtio-scsi-pci", Bus = Bus.Pci, Provides = Bus.Scsi)]
public sealed partial record VirtioScsiPci : VirtioScsi
{
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

    /// <summary>Whether notifications are handled in the kernel (<c>ioeventfd</c>).</summary>
    [Key("ioeventfd")]
    public bool? IoEventFd { get; init; }
}

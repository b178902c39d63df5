namespace QemuDsl.Devices;

/// <summary>A directory that virtiofsd serves (<c>-device vhost-user-fs-pci</c>).</summary>
/// <remarks>Needs shared memory.</remarks>
[Device("vhost-user-fs-pci", Bus = Bus.Pci)]
public sealed partial record VhostUserFsPci : VhostUserFs
{
    /// <summary>MSI-X vectors (<c>vectors</c>).</summary>
    public uint? Vectors { get; init; }

    /// <summary>Whether address translation services are offered (<c>ats</c>).</summary>
    public bool? Ats { get; init; }

    /// <summary>Whether advanced error reporting is offered (<c>aer</c>).</summary>
    public bool? Aer { get; init; }

    /// <summary>Whether each queue's notification has a page of its own (<c>page-per-vq</c>).</summary>
    public bool? PagePerVq { get; init; }
}

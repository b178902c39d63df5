namespace QemuDsl.Devices;

/// <summary>A virtio memory balloon, whatever its transport.</summary>
public abstract record VirtioBalloon : VirtioDevice
{
    /// <summary>Whether the guest takes memory back before it runs out (<c>deflate-on-oom</c>).</summary>
    public bool? DeflateOnOom { get; init; }

    /// <summary>Whether free pages are left out of migration; needs an I/O thread (<c>free-page-hint</c>).</summary>
    public bool? FreePageHint { get; init; }

    /// <summary>Whether free pages are given back to the host (<c>free-page-reporting</c>).</summary>
    public bool? FreePageReporting { get; init; }

    /// <summary>Whether the guest tells how it poisons free pages (<c>page-poison</c>).</summary>
    public bool? PagePoison { get; init; }

    /// <summary>Thread that takes the hints (<c>iothread</c>).</summary>
    [Key("iothread")]
    public IIoThread? IoThread { get; init; }
}

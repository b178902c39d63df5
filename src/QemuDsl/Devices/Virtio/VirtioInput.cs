namespace QemuDsl.Devices;

/// <summary>A virtio keyboard or pointer, whatever its transport.</summary>
public abstract record VirtioInput : VirtioDevice
{
    /// <summary>Serial number the guest sees (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Id of the display whose input it takes (<c>display</c>).</summary>
    public QemuId? Display { get; init; }

    /// <summary>Screen of that display (<c>head</c>).</summary>
    public uint? Head { get; init; }
}

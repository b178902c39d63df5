namespace QemuDsl.Devices;

/// <summary>A virtio graphics card, whatever its transport.</summary>
public abstract record VirtioGpu : VirtioDevice
{
    /// <summary>Number of screens (<c>max_outputs</c>).</summary>
    [Range(1, 16)]
    [Key("max_outputs")]
    public uint? MaxOutputs { get; init; }

    /// <summary>Width of the first screen, in pixels (<c>xres</c>).</summary>
    [Key("xres")]
    public uint? XRes { get; init; }

    /// <summary>Height of the first screen, in pixels (<c>yres</c>).</summary>
    [Key("yres")]
    public uint? YRes { get; init; }

    /// <summary>Memory of the host it may take (<c>max_hostmem</c>).</summary>
    [Key("max_hostmem")]
    public ByteSize? MaxHostMem { get; init; }

    /// <summary>Whether the guest can read a description of the screens (<c>edid</c>).</summary>
    public bool? Edid { get; init; }

    /// <summary>Whether blob resources are offered; needs shared memory (<c>blob</c>).</summary>
    public bool? Blob { get; init; }

    /// <summary>Memory window for blob resources of the host (<c>hostmem</c>).</summary>
    [Since("8.2")]
    [Key("hostmem")]
    public ByteSize? HostMem { get; init; }
}

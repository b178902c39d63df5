namespace QemuDsl.Devices;

/// <summary>A USB stick (<c>-device usb-storage</c>).</summary>
[Device("usb-storage", Bus = Bus.Usb)]
public sealed partial record UsbStorage : BlockDevice
{
    /// <summary>Its medium (<c>drive</c>).</summary>
    public required IBlockBackend Drive { get; init; }

    /// <summary>Whether the guest sees it as removable (<c>removable</c>).</summary>
    public bool? Removable { get; init; }

    /// <summary>Whether commands are logged (<c>commandlog</c>).</summary>
    [Key("commandlog")]
    public bool? CommandLog { get; init; }

    /// <summary>Granularity of discards (<c>discard_granularity</c>).</summary>
    [Key("discard_granularity")]
    public ByteSize? DiscardGranularity { get; init; }

    /// <summary>What happens on a read error (<c>rerror</c>).</summary>
    [Key("rerror")]
    public BlockdevOnError? RError { get; init; }

    /// <summary>What happens on a write error (<c>werror</c>).</summary>
    [Key("werror")]
    public BlockdevOnError? WError { get; init; }

    /// <summary>Port of the hub or controller, such as <c>1.2</c> (<c>port</c>).</summary>
    public string? Port { get; init; }

    /// <summary>Serial number the guest sees (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>File that the USB traffic is written to (<c>pcap</c>).</summary>
    public string? Pcap { get; init; }

    /// <summary>Whether Microsoft OS descriptors are offered (<c>msos-desc</c>).</summary>
    public bool? MsosDesc { get; init; }
}

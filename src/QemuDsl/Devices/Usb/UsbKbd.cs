namespace QemuDsl.Devices;

/// <summary>A USB keyboard (<c>-device usb-kbd</c>).</summary>
[Device("usb-kbd", Bus = Bus.Usb)]
public sealed partial record UsbKbd
{
    /// <summary>USB version, 1 or 2 (<c>usb_version</c>).</summary>
    [Range(1, 2)]
    [Key("usb_version")]
    public uint? UsbVersion { get; init; }

    /// <summary>Id of the display whose input it takes (<c>display</c>).</summary>
    public QemuId? Display { get; init; }

    /// <summary>Port of the hub or controller, such as <c>1.2</c> (<c>port</c>).</summary>
    public string? Port { get; init; }

    /// <summary>Serial number the guest sees (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>File that the USB traffic is written to (<c>pcap</c>).</summary>
    public string? Pcap { get; init; }

    /// <summary>Whether Microsoft OS descriptors are offered (<c>msos-desc</c>).</summary>
    public bool? MsosDesc { get; init; }
}

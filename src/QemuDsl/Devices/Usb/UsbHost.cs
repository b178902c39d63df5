namespace QemuDsl.Devices;

/// <summary>A USB device of the host (<c>-device usb-host</c>).</summary>
/// <remarks>The user needs the right to open it.</remarks>
[Device("usb-host", Bus = Bus.Usb)]
public sealed partial record UsbHost
{
    /// <summary>Its bus on the host (<c>hostbus</c>).</summary>
    [Key("hostbus")]
    public uint? HostBus { get; init; }

    /// <summary>Its address on that bus (<c>hostaddr</c>).</summary>
    [Key("hostaddr")]
    public uint? HostAddr { get; init; }

    /// <summary>Its port on that bus, instead of an address (<c>hostport</c>).</summary>
    [Key("hostport")]
    public string? HostPort { get; init; }

    /// <summary>Its vendor (<c>vendorid</c>).</summary>
    [Key("vendorid")]
    public uint? VendorId { get; init; }

    /// <summary>Its product (<c>productid</c>).</summary>
    [Key("productid")]
    public uint? ProductId { get; init; }

    /// <summary>Its device file, instead of all that (<c>hostdevice</c>).</summary>
    [Key("hostdevice")]
    public string? HostDevice { get; init; }

    /// <summary>Whether the guest can reset it (<c>guest-reset</c>).</summary>
    public bool? GuestReset { get; init; }

    /// <summary>Whether every reset of the guest is passed on (<c>guest-resets-all</c>).</summary>
    public bool? GuestResetsAll { get; init; }

    /// <summary>Number of isochronous buffers (<c>isobufs</c>).</summary>
    [Key("isobufs")]
    public uint? IsoBufs { get; init; }

    /// <summary>Frames in an isochronous buffer (<c>isobsize</c>).</summary>
    [Key("isobsize")]
    public uint? IsoBSize { get; init; }

    /// <summary>Whether bulk transfers overlap (<c>pipeline</c>).</summary>
    public bool? Pipeline { get; init; }

    /// <summary>Whether remote wake-up is hidden (<c>suppress-remote-wake</c>).</summary>
    public bool? SuppressRemoteWake { get; init; }

    /// <summary>How much libusb logs (<c>loglevel</c>).</summary>
    [Key("loglevel")]
    public uint? LogLevel { get; init; }

    /// <summary>Port of the hub or controller, such as <c>1.2</c> (<c>port</c>).</summary>
    public string? Port { get; init; }

    /// <summary>File that the USB traffic is written to (<c>pcap</c>).</summary>
    public string? Pcap { get; init; }

    /// <summary>Place in the firmware's boot order, lowest first (<c>bootindex</c>).</summary>
    [AtLeast(0)]
    [Key("bootindex")]
    public int? BootIndex { get; init; }
}

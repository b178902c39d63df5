namespace QemuDsl.Devices;

/// <summary>A USB device of the host (<c>-device usb-host</c>).</summary>
/// <remarks>The user needs the right to open it.</remarks>
[Device("usb-host", Bus = Bus.Usb)]
public sealed partial record UsbHost
{
    /// <summary>Its bus on the host (<c>hostbus</c>).</summary>
    [Requires(nameof(Hostaddr))]
    public uint? Hostbus { get; init; }

    /// <summary>Its address on that bus (<c>hostaddr</c>).</summary>
    public uint? Hostaddr { get; init; }

    /// <summary>Its port on that bus, instead of an address (<c>hostport</c>).</summary>
    public string? Hostport { get; init; }

    /// <summary>Its vendor (<c>vendorid</c>).</summary>
    [Requires(nameof(Productid))]
    public uint? Vendorid { get; init; }

    /// <summary>Its product (<c>productid</c>).</summary>
    public uint? Productid { get; init; }

    /// <summary>Its device file, instead of all that (<c>hostdevice</c>).</summary>
    public string? Hostdevice { get; init; }

    /// <summary>Whether the guest can reset it (<c>guest-reset</c>).</summary>
    public bool? GuestReset { get; init; }

    /// <summary>Whether every reset of the guest is passed on (<c>guest-resets-all</c>).</summary>
    public bool? GuestResetsAll { get; init; }

    /// <summary>Number of isochronous buffers (<c>isobufs</c>).</summary>
    public uint? Isobufs { get; init; }

    /// <summary>Frames in an isochronous buffer (<c>isobsize</c>).</summary>
    public uint? Isobsize { get; init; }

    /// <summary>Whether bulk transfers overlap (<c>pipeline</c>).</summary>
    public bool? Pipeline { get; init; }

    /// <summary>Whether remote wake-up is hidden (<c>suppress-remote-wake</c>).</summary>
    public bool? SuppressRemoteWake { get; init; }

    /// <summary>How much libusb logs (<c>loglevel</c>).</summary>
    public uint? Loglevel { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>The mainboard as SMBIOS tells it (<c>-smbios type=2</c>).</summary>
[Switch("-smbios", "type=2")]
public sealed partial record SmbiosBaseboard
{
    /// <summary>Manufacturer (<c>manufacturer</c>).</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Product name (<c>product</c>).</summary>
    public string? Product { get; init; }

    /// <summary>Version (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Serial number (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Asset tag (<c>asset</c>).</summary>
    public string? Asset { get; init; }

    /// <summary>Place in the chassis (<c>location</c>).</summary>
    public string? Location { get; init; }
}

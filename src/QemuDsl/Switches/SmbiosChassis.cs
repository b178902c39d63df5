namespace QemuDsl.Switches;

/// <summary>The chassis as SMBIOS tells it (<c>-smbios type=3</c>).</summary>
[Switch("-smbios", "type=3")]
public sealed partial record SmbiosChassis
{
    /// <summary>Manufacturer (<c>manufacturer</c>).</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Version (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Serial number (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Asset tag (<c>asset</c>).</summary>
    public string? Asset { get; init; }

    /// <summary>SKU number (<c>sku</c>).</summary>
    public string? Sku { get; init; }
}

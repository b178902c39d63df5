namespace QemuDsl.Switches;

/// <summary>The system as SMBIOS tells it (<c>-smbios type=1</c>).</summary>
[Switch("-smbios", "type=1")]
public sealed partial record SmbiosSystem
{
    /// <summary>Manufacturer (<c>manufacturer</c>).</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Product name (<c>product</c>).</summary>
    public string? Product { get; init; }

    /// <summary>Version (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Serial number (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>UUID (<c>uuid</c>).</summary>
    [Pattern("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")]
    public string? Uuid { get; init; }

    /// <summary>SKU number (<c>sku</c>).</summary>
    public string? Sku { get; init; }

    /// <summary>Family (<c>family</c>).</summary>
    public string? Family { get; init; }
}

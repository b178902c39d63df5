namespace QemuDsl.Switches;

/// <summary>SMBIOS type 1: the system (<c>-smbios type=1</c>).</summary>
[Switch("-smbios", "type=1", Repeatable = true)]
public sealed partial record SmbiosSystem
{
    /// <summary>Manufacturer (<c>manufacturer</c>).</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Product (<c>product</c>).</summary>
    public string? Product { get; init; }

    /// <summary>Version (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Serial number; cloud-init reads its settings here (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Identity (<c>uuid</c>).</summary>
    public Guid? Uuid { get; init; }

    /// <summary>Stock number (<c>sku</c>).</summary>
    public string? Sku { get; init; }

    /// <summary>Family (<c>family</c>).</summary>
    public string? Family { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>SMBIOS type 2: the board (<c>-smbios type=2</c>).</summary>
[Switch("-smbios", "type=2", Repeatable = true)]
public sealed partial record SmbiosBoard
{
    /// <summary>Manufacturer (<c>manufacturer</c>).</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Product (<c>product</c>).</summary>
    public string? Product { get; init; }

    /// <summary>Version (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Serial number (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Asset tag (<c>asset</c>).</summary>
    public string? Asset { get; init; }

    /// <summary>Location (<c>location</c>).</summary>
    public string? Location { get; init; }
}

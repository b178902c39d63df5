namespace QemuDsl.Switches;

/// <summary>The memory modules as SMBIOS tells it (<c>-smbios type=17</c>).</summary>
[Switch("-smbios", "type=17")]
public sealed partial record SmbiosMemoryDevice
{
    /// <summary>What names of slots begin with (<c>loc_pfx</c>).</summary>
    [Key("loc_pfx")]
    public string? LocPfx { get; init; }

    /// <summary>Name of the bank (<c>bank</c>).</summary>
    public string? Bank { get; init; }

    /// <summary>Manufacturer (<c>manufacturer</c>).</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Serial number (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Asset tag (<c>asset</c>).</summary>
    public string? Asset { get; init; }

    /// <summary>Part number (<c>part</c>).</summary>
    public string? Part { get; init; }

    /// <summary>Speed in MT/s (<c>speed</c>).</summary>
    [Range(0, 65535)]
    public int? Speed { get; init; }
}

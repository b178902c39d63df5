namespace QemuDsl.Switches;

/// <summary>A port as SMBIOS tells it (<c>-smbios type=8</c>).</summary>
[Switch("-smbios", "type=8", Repeatable = true)]
public sealed partial record SmbiosPortConnector
{
    /// <summary>Name inside the chassis (<c>internal_reference</c>).</summary>
    [Key("internal_reference")]
    public string? InternalReference { get; init; }

    /// <summary>Name outside (<c>external_reference</c>).</summary>
    [Key("external_reference")]
    public string? ExternalReference { get; init; }

    /// <summary>Kind of connector (<c>connector_type</c>).</summary>
    [Key("connector_type")]
    [Range(0, 255)]
    public int? ConnectorType { get; init; }

    /// <summary>Kind of port (<c>port_type</c>).</summary>
    [Key("port_type")]
    [Range(0, 255)]
    public int? PortType { get; init; }
}

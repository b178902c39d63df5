namespace QemuDsl.Switches;

/// <summary>The CPUs as SMBIOS tells it (<c>-smbios type=4</c>).</summary>
[Switch("-smbios", "type=4")]
public sealed partial record SmbiosProcessor
{
    /// <summary>What names of sockets begin with (<c>sock_pfx</c>).</summary>
    [Key("sock_pfx")]
    public string? SockPfx { get; init; }

    /// <summary>Manufacturer (<c>manufacturer</c>).</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Version (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Serial number (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Asset tag (<c>asset</c>).</summary>
    public string? Asset { get; init; }

    /// <summary>Part number (<c>part</c>).</summary>
    public string? Part { get; init; }

    /// <summary>Highest clock in MHz (<c>max-speed</c>).</summary>
    [Range(0, 65535)]
    public int? MaxSpeed { get; init; }

    /// <summary>Clock in MHz (<c>current-speed</c>).</summary>
    [Range(0, 65535)]
    public int? CurrentSpeed { get; init; }

    /// <summary>Family number (<c>processor-family</c>).</summary>
    [AtLeast(0)]
    [Since("9.1")]
    public int? ProcessorFamily { get; init; }

    /// <summary>Contents of the id register (<c>processor-id</c>).</summary>
    public ulong? ProcessorId { get; init; }
}

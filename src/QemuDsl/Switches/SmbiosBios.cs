namespace QemuDsl.Switches;

/// <summary>The firmware as SMBIOS tells it (<c>-smbios type=0</c>).</summary>
[Switch("-smbios", "type=0")]
public sealed partial record SmbiosBios
{
    /// <summary>Vendor (<c>vendor</c>).</summary>
    public string? Vendor { get; init; }

    /// <summary>Version (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Release date (<c>date</c>).</summary>
    public string? Date { get; init; }

    /// <summary>Release, such as <c>1.2</c> (<c>release</c>).</summary>
    [Pattern("[0-9]+[.][0-9]+")]
    public string? Release { get; init; }

    /// <summary>Whether it is UEFI (<c>uefi</c>).</summary>
    public bool? Uefi { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>SMBIOS type 0: the BIOS (<c>-smbios type=0</c>).</summary>
[Switch("-smbios", "type=0", Repeatable = true)]
public sealed partial record SmbiosBios
{
    /// <summary>Vendor (<c>vendor</c>).</summary>
    public string? Vendor { get; init; }

    /// <summary>Version (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Date (<c>date</c>).</summary>
    public string? Date { get; init; }

    /// <summary>Release, such as <c>1.0</c> (<c>release</c>).</summary>
    [Pattern(@"\d+\.\d+")]
    public string? Release { get; init; }

    /// <summary>Whether it is UEFI (<c>uefi</c>).</summary>
    public bool? Uefi { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>SMBIOS tables from a file (<c>-smbios file=</c>).</summary>
[Switch("-smbios", Repeatable = true)]
public sealed partial record SmbiosFile
{
    /// <summary>The file (<c>file</c>).</summary>
    public required string File { get; init; }
}

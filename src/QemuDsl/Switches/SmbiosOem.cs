namespace QemuDsl.Switches;

/// <summary>SMBIOS type 11: free text, such as credentials of systemd (<c>-smbios type=11</c>).</summary>
[Switch("-smbios", "type=11", Repeatable = true)]
public sealed partial record SmbiosOem
{
    /// <summary>The texts (<c>value</c>).</summary>
    [Key("value")]
    public OptionList<string> Values { get; init; } = [];

    /// <summary>File with one more text (<c>path</c>).</summary>
    public string? Path { get; init; }
}

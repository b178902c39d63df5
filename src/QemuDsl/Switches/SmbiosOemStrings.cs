namespace QemuDsl.Switches;

/// <summary>Texts for the guest as SMBIOS tells it (<c>-smbios type=11</c>).</summary>
[Switch("-smbios", "type=11", Repeatable = true)]
public sealed partial record SmbiosOemStrings
{
    /// <summary>The texts (<c>value</c>).</summary>
    public OptionList<string> Value { get; init; } = [];

    /// <summary>Files that hold more texts (<c>path</c>).</summary>
    public OptionList<string> Path { get; init; } = [];
}

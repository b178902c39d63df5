namespace QemuDsl.Switches;

/// <summary>A file the guest reads from the firmware interface (<c>-fw_cfg</c>).</summary>
[Switch("-fw_cfg", Repeatable = true)]
public sealed partial record FwCfg
{
    /// <summary>Its name there; own ones begin with <c>opt/</c> (<c>name</c>).</summary>
    [Pattern(".{1,55}")]
    public required string Name { get; init; }

    /// <summary>The file that holds it (<c>file</c>).</summary>
    [Conflicts(nameof(String))]
    public string? File { get; init; }

    /// <summary>The text itself (<c>string</c>).</summary>
    public string? String { get; init; }

    static partial void CheckMore(FwCfg value, Findings findings)
    {
        if (value is { File: null, String: null })
        {
            findings.Error(FindingIds.Requirement, "file", null, "needs 'file' or 'string'", "Set the file, or the text.");
        }
    }
}

namespace QemuDsl.Switches;

/// <summary>A file that firmware and guest can read (<c>-fw_cfg</c>).</summary>
[Switch("-fw_cfg", Repeatable = true)]
public sealed partial record FwCfg
{
    /// <summary>Its name; names of your own begin with <c>opt/</c> (<c>name</c>).</summary>
    [Pattern("[ -~]{1,55}")]
    public required string Name { get; init; }

    /// <summary>Its content (<c>string</c>).</summary>
    [Conflicts(nameof(File))]
    [Key("string")]
    public string? Text { get; init; }

    /// <summary>File with its content (<c>file</c>).</summary>
    public string? File { get; init; }
}

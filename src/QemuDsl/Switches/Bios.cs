namespace QemuDsl.Switches;

/// <summary>Firmware (<c>-bios</c>).</summary>
[Switch("-bios")]
public sealed partial record Bios
{
    /// <summary>The file (<c>file</c>).</summary>
    [Verbatim]
    public required string File { get; init; }
}

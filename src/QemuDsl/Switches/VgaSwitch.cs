namespace QemuDsl.Switches;

/// <summary>The video card the board brings (<c>-vga</c>).</summary>
[Switch("-vga")]
public sealed partial record VgaSwitch
{
    /// <summary>Which one.</summary>
    [Positional]
    public required VgaType Type { get; init; }
}

namespace QemuDsl.Switches;

/// <summary>The board's graphics card (<c>-vga</c>).</summary>
[Switch("-vga")]
public sealed partial record Vga
{
    /// <summary>The card (<c>card</c>).</summary>
    [Positional]
    public required VgaCard Card { get; init; }
}
